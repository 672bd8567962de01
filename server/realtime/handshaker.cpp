// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/handshaker.h"

#include "server/realtime/deadline_queue.h"

#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plexi::realtime {

namespace {

/** The request is there in full, so that only a stuck peer or a refusal by QWebSocketServer leaves us waiting. */
constexpr auto kDeadline = 10s;

} // namespace

Handshaker::Handshaker(DeadlineQueue &deadlines, Accepted accepted)
    : m_deadlines(deadlines), m_accepted(std::move(accepted)), m_server(u"PlexiChat"_s, QWebSocketServer::NonSecureMode)
{
    // TLS, where there is any, is below: the TCP socket that we get is a QSslSocket then.
    QObject::connect(&m_server, &QWebSocketServer::newConnection, &m_server, [this] {
        while (QWebSocket *socket = m_server.nextPendingConnection())
            accept(socket);
    });
}

Handshaker::~Handshaker()
{
    m_server.disconnect();
    for (const Waiting &waiting : m_waiting) {
        QObject::disconnect(waiting.disconnected);
        delete waiting.tcp;
    }
}

void Handshaker::begin(QTcpSocket *tcp, std::optional<security::Credential> credential)
{
    const quint64 number = ++m_lastNumber;
    const auto disconnected =
        QObject::connect(tcp, &QTcpSocket::disconnected, &m_server, [this, number] { cut(number); });
    m_waiting.push_back({tcp, number, std::move(credential), disconnected});
    m_deadlines.after(kDeadline, [this, number] { cut(number); });
    // Emits readyRead itself where the request has been received already; its slot is a queued one.
    m_server.handleConnection(tcp);
}

void Handshaker::accept(QWebSocket *socket)
{
    // QWebSocket does not tell which TCP socket it stands on, so that we compare all four parts of the connection.
    auto waiting = take([socket](const Waiting &candidate) {
        return candidate.tcp->peerPort() == socket->peerPort() && candidate.tcp->peerAddress() == socket->peerAddress()
            && candidate.tcp->localPort() == socket->localPort()
            && candidate.tcp->localAddress() == socket->localAddress();
    });
    if (!waiting) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    QObject::disconnect(waiting->disconnected);
    m_accepted(socket, waiting->tcp, std::move(waiting->credential));
}

void Handshaker::cut(quint64 number)
{
    const auto waiting = take([number](const Waiting &candidate) { return candidate.number == number; });
    if (!waiting)
        return;
    QObject::disconnect(waiting->disconnected);
    waiting->tcp->abort();
    waiting->tcp->deleteLater();
}

std::optional<Handshaker::Waiting> Handshaker::take(const std::function<bool(const Waiting &)> &isWanted)
{
    const auto found = std::ranges::find_if(m_waiting, isWanted);
    if (found == m_waiting.end())
        return std::nullopt;
    Waiting waiting = std::move(*found);
    m_waiting.erase(found);
    return waiting;
}

} // namespace plexi::realtime
