// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/lingering_close.h"
#include "server/net/timer_wheel.h"

#include <QObject>

#include <functional>
#include <memory>

namespace plexi::net {

class LoopServer;

/**
 * The last answer of a connection, written piece by piece as it is made. Who writes waits in between for the client to
 * have read: so a slow client costs no more than kMaxUnwritten of memory. Where the last owner lets go before finish(),
 * the connection is cut off, so that the client knows that something is missing. Lives on its loop; keep it in the
 * shared pointer it comes in.
 */
class AnswerStream final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kMaxUnwritten = qint64(512) * 1024;

    /** @p socket becomes its child; @p unread says whether the client may still be sending. */
    static std::shared_ptr<AnswerStream> create(LoopServer &server, QTcpSocket *socket, LingeringClose::Unread unread);
    ~AnswerStream() override;

    bool isConnected() const;
    /** Whether the next piece may be written now. */
    bool isWritable() const;
    void write(const QByteArray &bytes);
    /** Calls @p callback once, from the event loop, when it is writable, or not connected any more. */
    void whenWritable(std::function<void()> callback);

    /** The answer is whole: closes once the client has it. */
    void finish();

    /** The server ends before the answer did: cuts it off. Who waits is called at once. */
    void abandon();

private:
    AnswerStream(LoopServer &server, QTcpSocket *socket, LingeringClose::Unread unread);
    void onProgress();
    void notify();

    /** Both null once the answer is finished or the server is gone. */
    LoopServer *m_server;
    QTcpSocket *m_socket;
    const LingeringClose::Unread m_unread;
    const int m_idleSeconds;
    std::function<void()> m_callback;
    Deadline m_deadline;
};

} // namespace plexi::net
