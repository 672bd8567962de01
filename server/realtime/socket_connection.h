// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/subscriber_index.h"
#include "server/realtime/token_bucket.h"
#include "server/realtime/websocket_frame.h"
#include "server/security/principal.h"
#include "shared/protocol/client_frame.h"
#include "shared/protocol/event.h"

#include <QCoro/QCoroTask>
#include <QPointer>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
class QWebSocket;
QT_END_NAMESPACE

namespace plexi::realtime {

class HubLoop;

/**
 * One WebSocket from its handshake to its end: who it acts for, its limits, and the order of what it asks and gets.
 * QWebSocket reads; what we write goes as whole frames to the TCP socket below it. Lives on its loop's thread, owned by
 * the HubLoop; coroutines hold it weakly, since the peer may leave while they wait.
 */
class SocketConnection : public std::enable_shared_from_this<SocketConnection>
{
public:
    /** Takes both sockets over. @p number is unique in the server and never 0. */
    SocketConnection(HubLoop &loop, quint64 number, QWebSocket *socket, QTcpSocket *tcp);
    /** Cuts the connection where it still stands. */
    ~SocketConnection();
    Q_DISABLE_COPY_MOVE(SocketConnection)

    /** Signs in with @p credential, or gives the client time to send an `auth` frame. Once, after construction. */
    void start(const std::optional<security::Credential> &credential);

    quint64 number() const { return m_number; }
    /** Signed in and open. */
    bool isReady() const { return m_state == State::Ready; }
    /** Whose it is, once it has been ready. */
    const security::Principal &principal() const { return m_principal; }
    /** SubscriberIndex's own. */
    Subscriptions &subscriptions() { return m_subscriptions; }
    protocol::PresenceStatus presence() const { return m_presence; }
    void setPresence(protocol::PresenceStatus status) { m_presence = status; }

    /** Queues a whole frame; the loop writes what has gathered at the end of its iteration. */
    void send(const QByteArray &frame);
    /** The same, but for what was already sent under this @p delivery, a number that only grows. */
    void deliver(quint64 delivery, const QByteArray &frame);
    /** Answers a frame, repeating its @p id. */
    void reply(const protocol::Event &event, const QJsonValue &id = QJsonValue::Undefined);
    void refuse(const Error &error, const QJsonValue &id = QJsonValue::Undefined);

    /** Writes what is queued; closes a peer that leaves too much unread. */
    void flush();
    /** Writes what is queued, then the closing handshake. Nothing is delivered or read any more. */
    void close(CloseCode code, QByteArrayView reason);
    /** For session, key or person that ended: the `error` frame, then 4401. */
    void shutOut(const Error &error);
    /** Called every quarter of the ping interval; @p sendPing every fourth time. Ends what has expired, too. */
    void checkAlive(bool sendPing);

private:
    enum class State { Unauthenticated, Ready, Closing, Closed };

    /** A `send_message` whose turn it is. */
    struct Sending {
        security::Principal caller;
        protocol::NewMessage message;
        QJsonValue id;
    };
    struct Pending {
        protocol::ClientFrame frame;
        qsizetype size = 0;
    };

    void connectSignals();
    void receive(const QString &text);
    void receiveAuthentication(const std::expected<protocol::ClientFrame, protocol::ClientFrameFault> &frame);
    /** False where the frame was refused or the flooding peer cut off. */
    bool charge(const protocol::ClientRequest *request, qsizetype size, const QJsonValue &id);
    void authenticate(const security::Credential &credential, const QJsonValue &id);
    void signIn(security::Principal principal, const QJsonValue &id);

    void enqueue(protocol::ClientFrame frame, qsizetype size);
    static QCoro::Task<> sendPending(std::weak_ptr<SocketConnection> connection);
    std::optional<Sending> nextSending();
    std::optional<Error> refusalOfSending();

    qint64 unsentBytes() const;
    void beginClosing(CloseCode code, QByteArrayView reason);
    void leave(State state);
    void finished();

    HubLoop &m_loop;
    const quint64 m_number;
    QPointer<QWebSocket> m_socket;
    QPointer<QTcpSocket> m_tcp;
    /** No TLS. */
    const bool m_isPlain;
    State m_state = State::Unauthenticated;
    protocol::PresenceStatus m_presence = protocol::PresenceStatus::Online;
    /** Calls of checkAlive() since the peer was last heard. */
    quint8 m_silentChecks = 0;
    /** A coroutine is working through m_pending. */
    bool m_isSending = false;
    TokenBucket m_bucket;
    security::Principal m_principal;
    Subscriptions m_subscriptions;
    quint64 m_lastDelivery = 0;
    /** Frames that wait for the end of the loop's iteration, joined; perhaps shared with other sockets. */
    QByteArray m_outgoing;
    QList<Pending> m_pending;
    qsizetype m_pendingBytes = 0;
};

} // namespace plexi::realtime
