// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/s3_exchange.h"

#include <QFile>
#include <QFileInfo>
#include <QHttp1Configuration>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

/** Bytes in a second; who is slower does not answer. */
constexpr qint64 kSlowest = qint64(64) << 10;
constexpr std::chrono::milliseconds kLongestPause{4'000};
constexpr qint64 kPieceSize = qint64(64) << 10;
/** What may wait for us. */
constexpr qint64 kReadBufferSize = qint64(256) << 10;

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/** An answer came to its end, whatever it says. */
bool isWhole(const QNetworkReply &reply)
{
    const auto error = reply.error();
    // Qt makes errors of statuses; below these stand the faults of connections.
    const bool isOfStatus = error >= QNetworkReply::ContentAccessDenied
        || error == QNetworkReply::ProxyAuthenticationRequiredError;
    return error == QNetworkReply::NoError || (statusOf(reply) >= 400 && isOfStatus);
}

/** The server is busy or has a fault of its own, or somebody else changes the same thing. */
bool isPassing(int status)
{
    return status >= 500 || status == 429 || status == 409 || status == 408;
}

/** What Qt would like to do for us, and must not: the request goes out as it was signed, once. */
void setPlain(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QHttp1Configuration connections;
    connections.setNumberOfConnectionsPerHost(kS3Connections);
    request.setHttp1Configuration(connections);
}

/** As it stands in the header Host: without a port that goes without saying. */
QByteArray hostOf(const QUrl &endpoint)
{
    QUrl url = endpoint;
    if (url.port() == (url.scheme() == "https"_L1 ? 443 : 80))
        url.setPort(-1);
    return url.authority(QUrl::FullyEncoded).toLatin1();
}

} // namespace

S3Exchange::S3Exchange(QNetworkAccessManager &manager, const S3Options &options, S3Call call, Done done,
                       QObject *parent)
    : QObject(parent), m_manager(manager), m_options(options), m_call(std::move(call)),
      m_patience(m_call.patience.value_or(options.timing.patience)), m_done(std::move(done)),
      m_pause(options.timing.pause)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &S3Exchange::attempt);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { tryAgain(u"it is too slow"_s); });
}

S3Exchange::~S3Exchange()
{
    leaveReply();
    if (m_done)
        m_done(fail({.code = ErrorCode::ServiceUnavailable, .message = u"This server is stopping"_s}));
}

void S3Exchange::start()
{
    m_age.start();
    attempt();
}

void S3Exchange::attempt()
{
    QNetworkReply *reply = send();
    if (!reply)
        return giveUp(u"the file to send cannot be read"_s);
    m_reply = reply;
    reply->setReadBufferSize(kReadBufferSize);
    connect(reply, &QNetworkReply::readyRead, this, &S3Exchange::readSome);
    connect(reply, &QNetworkReply::finished, this, &S3Exchange::endOfReply);
    const qint64 bytes = std::max(m_call.maxBytes, QFileInfo(m_call.bodyPath).size());
    m_deadline.start(2 * silence() + std::chrono::seconds(bytes / kSlowest));
}

std::chrono::milliseconds S3Exchange::silence() const
{
    return m_options.timing.silence * (m_call.request.method == "PUT" ? 4 : 1);
}

QNetworkRequest S3Exchange::signedRequest() const
{
    S3Request asked = m_call.request;
    asked.headers.append({"host", hostOf(m_options.endpoint)});
    QHttpHeaders headers;
    for (const auto &[name, value] : s3SignedHeaders(asked, m_options.credentials, QDateTime::currentDateTimeUtc()))
        headers.append(name, value);
    // Not compressed: what is asked for in ranges is to come as it lies there.
    headers.append(QHttpHeaders::WellKnownHeader::AcceptEncoding, "identity");
    headers.append(QHttpHeaders::WellKnownHeader::UserAgent, "PlexiChat");
    if (!m_call.bodyPath.isEmpty())
        headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/octet-stream");
    const QByteArray address = m_options.endpoint.toEncoded(QUrl::RemovePath) + s3Target(asked);
    QNetworkRequest request(QUrl::fromEncoded(address, QUrl::StrictMode));
    request.setHeaders(std::move(headers));
    request.setTransferTimeout(silence());
    setPlain(request);
    return request;
}

QNetworkReply *S3Exchange::send()
{
    const QNetworkRequest request = signedRequest();
    // Of a HEAD that is not called so, Qt expects a body.
    if (m_call.request.method == "HEAD")
        return m_manager.head(request);
    if (m_call.request.method != "PUT")
        return m_manager.sendCustomRequest(request, m_call.request.method);
    auto body = std::make_unique<QFile>(m_call.bodyPath);
    if (!body->open(QIODevice::ReadOnly))
        return nullptr;
    QNetworkReply *reply = m_manager.put(request, body.get());
    // It is read until the reply is gone.
    body.release()->setParent(reply);
    return reply;
}

void S3Exchange::readSome()
{
    // It is closed where it was given up.
    while (m_reply && m_reply->isOpen()) {
        const QByteArray piece = m_reply->read(kPieceSize);
        if (piece.isEmpty())
            return;
        m_received += piece;
        if (m_received.size() > m_call.maxBytes)
            return giveUp(u"its answer is too large"_s);
    }
}

void S3Exchange::endOfReply()
{
    readSome();
    // Reading may have come to an end of its own.
    if (!m_reply || !m_reply->isFinished())
        return;
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError)
        return giveUp(u"it did not prove its name"_s);
    if (!isWhole(*m_reply))
        return tryAgain(m_reply->errorString());
    const int status = statusOf(*m_reply);
    if (isPassing(status) || (status == 400 && m_received.contains("<Code>RequestTimeout</Code>")))
        return tryAgain(u"status %1"_s.arg(status));
    bool isNumber = false;
    const qint64 length =
        m_reply->headers().value(QHttpHeaders::WellKnownHeader::ContentLength).toByteArray().toLongLong(&isNumber);
    finish(S3Answer{.status = status, .contentLength = isNumber ? length : -1, .body = m_received});
}

void S3Exchange::tryAgain(const QString &reason)
{
    leaveReply();
    // Half of it by chance, so that all who met the same fault do not come back at once.
    const auto pause = m_pause / 2 + m_pause * QRandomGenerator::global()->bounded(1'000) / 2'000;
    if (std::chrono::milliseconds(m_age.elapsed()) + pause >= m_patience)
        return giveUp(reason);
    m_pause = std::min(2 * m_pause, kLongestPause);
    m_next.start(pause);
}

void S3Exchange::leaveReply()
{
    m_deadline.stop();
    m_received.clear();
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void S3Exchange::giveUp(const QString &reason)
{
    finish(fail({.code = ErrorCode::ServiceUnavailable, .message = u"The S3 server does not answer: "_s + reason}));
}

void S3Exchange::finish(Result<S3Answer> result)
{
    leaveReply();
    m_next.stop();
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
    deleteLater();
}

} // namespace plexi::files
