// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"

#include <QWebSocketServer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpSocket;
class QWebSocket;
QT_END_NAMESPACE

namespace plexi::realtime {

class DeadlineQueue;

/** Makes QWebSockets of TCP sockets whose upgrade request is still unread in them. Belongs to one loop's thread. */
class Handshaker
{
public:
    /** The TCP socket is not a child of the QWebSocket that stands on it: both become the callee's. */
    using Accepted = std::function<void(QWebSocket *socket, QTcpSocket *tcp, std::optional<security::Credential>)>;

    /** @p deadlines outlives it, and runs nothing once this is gone. */
    Handshaker(DeadlineQueue &deadlines, Accepted accepted);
    /** Cuts what is still in its handshake. */
    ~Handshaker();
    Q_DISABLE_COPY_MOVE(Handshaker)

    /** Takes @p tcp over. What is no valid WebSocket request is refused and closed. */
    void begin(QTcpSocket *tcp, std::optional<security::Credential> credential);

private:
    struct Waiting {
        QTcpSocket *tcp;
        quint64 number;
        std::optional<security::Credential> credential;
    };

    void accept(QWebSocket *socket);
    void finishRefusal(quint64 number);
    /** Null where there is none. */
    std::unique_ptr<Waiting> take(const std::function<bool(const Waiting &)> &isWanted);

    DeadlineQueue &m_deadlines;
    Accepted m_accepted;
    std::vector<std::unique_ptr<Waiting>> m_waiting;
    quint64 m_lastNumber = 0;
    QWebSocketServer m_server;
};

} // namespace plexi::realtime
