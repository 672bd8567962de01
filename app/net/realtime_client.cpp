// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/realtime_client.h"

#include <QFuture>
#include <QNetworkInformation>
#include <QNetworkRequest>
#include <QPointer>
#include <QPromise>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QThreadPool>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

void deleteSocket(QWebSocket *socket)
{
    socket->disconnect();
    socket->abort();
    // Often called from one of its own signals.
    socket->deleteLater();
}

/**
 * Finished when Qt knows the machine's certificates. It would read them for the first QWebSocket, in the window's thread, for
 * 60 ms; here another does it.
 */
QFuture<void> certificatesRead()
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise] {
        QSslConfiguration::defaultConfiguration();
        promise->finish();
    });
    return promise->future();
}

} // namespace

std::chrono::milliseconds retryDelay(int attempt, const RealtimeTiming &timing)
{
    const double first = static_cast<double>(timing.firstRetry.count());
    const double longest = static_cast<double>(timing.longestRetry.count());
    const double whole = std::min(longest, first * std::pow(2.0, std::min(attempt, 30)));
    // Clients of a server that went away must not come back in one moment.
    const double share = 0.5 + QRandomGenerator::global()->bounded(0.5);
    return std::chrono::milliseconds(static_cast<qint64>(whole * share));
}

RealtimeClient::RealtimeClient(ApiClient *api, const RealtimeTiming &timing, QObject *parent)
    : QObject(parent), m_api(api), m_timing(timing), m_socket(nullptr, deleteSocket)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RealtimeClient::retryNow);
    m_handshake.setSingleShot(true);
    m_handshake.setInterval(timing.handshake);
    connect(&m_handshake, &QTimer::timeout, this, &RealtimeClient::lose);
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &RealtimeClient::onQuiet);
    watchNetwork();
}

RealtimeClient::~RealtimeClient() = default;

void RealtimeClient::watchNetwork()
{
    // Absent on systems without a backend for it: then the backoff alone decides.
    if (!QNetworkInformation::loadDefaultBackend())
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (m_line == Line::Waiting && reachability == QNetworkInformation::Reachability::Online)
                    retryNow();
            });
}

void RealtimeClient::start()
{
    if (m_line == Line::Idle)
        retryNow();
}

void RealtimeClient::stop()
{
    ++m_generation;
    m_retry.stop();
    m_handshake.stop();
    m_quiet.stop();
    m_socket.reset();
    m_failures = 0;
    setLine(Line::Idle);
}

void RealtimeClient::retryNow()
{
    if (m_line == Line::Connecting || m_line == Line::Online)
        return;
    m_retry.stop();
    setLine(Line::Connecting);
    m_handshake.start();
    connectOnce(++m_generation);
}

int RealtimeClient::secondsToRetry() const
{
    return m_retry.isActive() ? static_cast<int>((m_retry.remainingTime() + 999) / 1000) : 0;
}

QCoro::Task<> RealtimeClient::connectOnce(int generation)
{
    const QPointer<RealtimeClient> self(this);
    if (m_failures > 0) {
        // The refusal of an upgrade does not say why. This does, and replaces a token that is not accepted any more.
        const ApiResult<protocol::User> me = co_await m_api->me();
        if (!self || generation != m_generation)
            co_return;
        if (!me) {
            lose();
            co_return;
        }
    }
    const ApiResult<QString> token = co_await m_api->freshAccessToken();
    if (!self || generation != m_generation)
        co_return;
    if (!token)
        lose();
    else
        certificatesRead().then(this, [this, generation, accessToken = *token] {
            if (generation == m_generation)
                openSocket(accessToken);
        });
}

void RealtimeClient::openSocket(const QString &accessToken)
{
    m_socket.reset(new QWebSocket);
    QWebSocket *socket = m_socket.get();
    connect(socket, &QWebSocket::textMessageReceived, this, &RealtimeClient::onText);
    connect(socket, &QWebSocket::disconnected, this, &RealtimeClient::lose);
    connect(socket, &QWebSocket::errorOccurred, this, &RealtimeClient::lose);
    QUrl url = m_api->server();
    url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setPath(url.path() + "/ws"_L1);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + accessToken.toLatin1());
    socket->open(request);
}

void RealtimeClient::onText(const QString &text)
{
    heard();
    const Result<protocol::DecodedFrame> frame = protocol::decodeFrame(text.toUtf8());
    // A frame of a kind that is not known here: a newer server.
    if (!frame)
        return;
    if (std::holds_alternative<protocol::ReadyFrame>(frame->event) && m_line != Line::Online) {
        m_handshake.stop();
        m_failures = 0;
        setLine(Line::Online);
    }
    emit received(frame->event);
}

void RealtimeClient::heard()
{
    m_isProbing = false;
    m_quiet.start(m_timing.quiet);
}

void RealtimeClient::onQuiet()
{
    if (m_isProbing || !send(protocol::PingRequest{})) {
        lose();
        return;
    }
    m_isProbing = true;
    m_quiet.start(m_timing.pongWait);
}

void RealtimeClient::lose()
{
    if (m_line == Line::Idle || m_line == Line::Waiting)
        return;
    ++m_generation;
    m_handshake.stop();
    m_quiet.stop();
    m_isProbing = false;
    m_socket.reset();
    m_retry.start(retryDelay(m_failures++, m_timing));
    setLine(Line::Waiting);
}

bool RealtimeClient::send(const protocol::ClientRequest &request)
{
    if (m_line != Line::Online || !m_socket)
        return false;
    return m_socket->sendTextMessage(QString::fromUtf8(protocol::encodeClientFrame(request))) > 0;
}

void RealtimeClient::setLine(Line line)
{
    if (m_line == line)
        return;
    m_line = line;
    emit lineChanged();
}

} // namespace plexi::app
