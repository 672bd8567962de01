// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/lingering_close.h"
#include "server/net/request_parser.h"
#include "server/net/request_sink.h"
#include "server/net/timer_wheel.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace plexi::net {

class AnswerStream;
class LoopServer;

/**
 * The last request of a connection, whose body its handler reads as it comes. Nothing is read from the socket beyond
 * kBufferSize that the handler has not taken: so a slow disk slows the sender down. Lives on its loop; keep it in the
 * shared pointer it comes in.
 */
class StreamConnection final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kBufferSize = 64 * 1024;

    /** @p socket becomes its child, the head still unread in it; @p parser has just read that head. */
    static std::shared_ptr<StreamConnection> create(LoopServer &server, QTcpSocket *socket,
                                                    std::unique_ptr<RequestParser> parser, BodyPlan plan);
    ~StreamConnection() override;

    const RequestHead &head() const { return m_head; }

    /** Decoded bytes, at most kBufferSize; empty where none wait. Asks the client to go on where it waits for that. */
    QByteArray take();
    /** All of the body has been taken. */
    bool isComplete() const { return m_isReceived && m_content.isEmpty(); }
    /** Why no more will come: over the limit (413), malformed, too slow, or the client left. */
    const std::optional<Refusal> &failure() const { return m_failure; }
    bool isConnected() const;

    /** Calls @p callback once, from the event loop, when take() has more, the body is complete, or it failed. */
    void whenReady(std::function<void()> callback);

    /** Writes the whole answer and closes. Once. */
    void answer(const QByteArray &bytes);
    /** Instead of answer(), for one that is written as it is made. Null where the client or the server has gone. */
    std::shared_ptr<AnswerStream> takeForAnswer();

    /** Nobody wants the rest of the request: its handler sees a failure at once. */
    void giveUp();

    /** The server ends before the request did: closes at once. No callback comes any more. */
    void abandon();

private:
    StreamConnection(LoopServer &server, QTcpSocket *socket, std::unique_ptr<RequestParser> parser, BodyPlan plan);
    void receive();
    LingeringClose::Unread unread() const;
    void failWith(Refusal refusal);
    void notify();
    bool isReady() const { return m_isReceived || m_failure || !m_content.isEmpty(); }

    /** Both null once the server is gone, which does not wait for ever for those who hold us. */
    LoopServer *m_server;
    QTcpSocket *m_socket;
    std::unique_ptr<RequestParser> m_parser;
    const RequestHead m_head;
    const BodyPlan m_plan;
    const int m_idleSeconds;
    QByteArray m_content;
    qint64 m_received = 0;
    bool m_isReceived = false;
    bool m_hasContinued = false;
    std::optional<Refusal> m_failure;
    std::function<void()> m_callback;
    Deadline m_deadline;
};

} // namespace plexi::net
