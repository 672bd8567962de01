// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/handshaker.h"

#include "server/realtime/deadline_queue.h"

#include <QPointer>
#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plexi::realtime {

namespace {

/** How long the answer to a request that is no valid upgrade may take. */
constexpr auto kRefusalDeadline = 5s;

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
    for (const auto &waiting : m_waiting)
        delete waiting->tcp;
}

void Handshaker::begin(QTcpSocket *tcp, std::optional<security::Credential> credential)
{
    const quint64 number = ++m_lastNumber;
    m_waiting.push_back(std::make_unique<Waiting>(tcp, number, std::move(credential)));
    // Announces the bytes that are there by a readyRead, to a queued slot of its own.
    m_server.handleConnection(tcp);
    // That slot announces what came behind the request as soon as it has made the QWebSocket, before it gives it away:
    // those frames would be read with nobody listening. So the socket says nothing until accept() listens.
    tcp->blockSignals(true);
    // Runs behind that slot. Who is still here then has been refused, or left.
    QMetaObject::invokeMethod(&m_server, [this, number] { finishRefusal(number); }, Qt::QueuedConnection);
}

void Handshaker::accept(QWebSocket *socket)
{
    // QWebSocket does not tell which TCP socket it stands on, so that we compare all four parts of the connection.
    auto waiting = take([socket](const Waiting &candidate) {
        return candidate.tcp->peerPort() == socket->peerPort() && candidate.tcp->peerAddress() == socket->peerAddress()
            && candidate.tcp->localPort() == socket->localPort()
            && candidate.tcp->localAddress() == socket->localAddress();
    });
    if (waiting)
        waiting->tcp->blockSignals(false);
    if (!waiting || waiting->tcp->state() != QAbstractSocket::ConnectedState) {
        // The peer has left meanwhile. The QWebSocket goes first: it stands on the other.
        socket->abort();
        socket->deleteLater();
        if (waiting)
            waiting->tcp->deleteLater();
        return;
    }
    m_accepted(socket, waiting->tcp, std::move(waiting->credential));
}

void Handshaker::finishRefusal(quint64 number)
{
    const auto waiting = take([number](const Waiting &candidate) { return candidate.number == number; });
    if (!waiting)
        return;
    QTcpSocket *tcp = waiting->tcp;
    tcp->blockSignals(false);
    if (tcp->state() == QAbstractSocket::UnconnectedState) {
        tcp->deleteLater();
        return;
    }
    // Its answer may still be on the way.
    QObject::connect(tcp, &QTcpSocket::disconnected, tcp, &QObject::deleteLater);
    m_deadlines.after(kRefusalDeadline, [socket = QPointer(tcp)] {
        if (socket)
            socket->abort();
    });
    tcp->disconnectFromHost();
}

std::unique_ptr<Handshaker::Waiting> Handshaker::take(const std::function<bool(const Waiting &)> &isWanted)
{
    const auto found = std::ranges::find_if(m_waiting, [&](const auto &waiting) { return isWanted(*waiting); });
    if (found == m_waiting.end())
        return nullptr;
    auto waiting = std::move(*found);
    m_waiting.erase(found);
    return waiting;
}

} // namespace plexi::realtime
