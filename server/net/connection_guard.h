// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/request_parser.h"
#include "server/net/request_sink.h"
#include "server/net/timer_wheel.h"

#include <QObject>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace plexi::net {

class AnswerStream;
class LoopServer;

/**
 * Stands before QHttpServer on one connection: its slot is connected to readyRead first, so it sees each request's head
 * before QHttpServer does. It refuses the request, takes the socket away (WebSocket, streamed body), or lets it pass;
 * then it looks at nothing until the answer is written. Keeps the deadlines. A child of the socket, on the loop's
 * thread.
 */
class ConnectionGuard final : public QObject
{
    Q_OBJECT
public:
    ConnectionGuard(LoopServer &server, QTcpSocket *socket);
    ~ConnectionGuard() override;

    /** The request that passed: for whoever QHttpServer hands it to. Once per request. */
    RequestHead takeHead();
    /** Writes the answer, or a part of it, past QHttpServer. What the socket does not take at once is kept for it. */
    void write(const QByteArray &bytes);
    /**
     * Calls @p done once so much of the answer has been written that another may be made: at once, mostly. Whoever
     * sends requests and reads no answers is not to fill our memory.
     */
    void whenWritten(std::function<void()> done);
    /** Its answer has been written: the next request may come, or the connection is closed, as agreed. */
    void answered();

    /** Instead of the last two, for an answer that is written as it is made: the connection is its from now on. */
    std::shared_ptr<AnswerStream> takeForAnswer();

    bool isConnected() const;
    /** 1 for HTTP/1.1, 0 for HTTP/1.0. */
    int minorVersion() const { return m_minorVersion; }
    /** Whether the answer to the present request is the last one here: it must say `Connection: close`. */
    bool closesAfterAnswer() const { return !m_keepAlive || m_isDraining; }
    /** HTTP/1.0 stays only where the answer says so. */
    bool mustSayKeepAlive() const { return m_minorVersion == 0 && !closesAfterAnswer(); }

    /** The answer to the present request is the last one here, whatever the client asked for. */
    void closeAfterAnswer() { m_keepAlive = false; }
    /** Closes at once where no request is under way, else with the answer. */
    void drain();

private:
    enum class State {
        Handshaking,
        /** Between requests, or in the middle of a head. */
        AwaitingHead,
        /** Head passed; QHttpServer collects the body. */
        Passing,
        /** QHttpServer has handed the request on. */
        InFlight,
        /** The socket is not ours any more. */
        Gone,
    };

    void onEncrypted();
    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    void examineHead();
    void identify();
    void decide();
    void decideUpgrade();
    void pass();
    void takeForUpgrade();
    void takeForStream(BodyPlan plan);
    void refuse(const Refusal &refusal);
    void expire();
    bool skipEmptyLines();
    QByteArrayView peekHead();
    QTcpSocket *takeAway();
    void awaitHead();

    LoopServer &m_server;
    QTcpSocket *m_socket;
    std::unique_ptr<RequestParser> m_parser;
    Deadline m_deadline;
    std::function<void()> m_written;
    State m_state = State::AwaitingHead;
    int m_skippedBytes = 0;
    qsizetype m_fedBytes = 0;
    int m_minorVersion = 1;
    bool m_keepAlive = true;
    bool m_isDraining = false;
};

} // namespace plexi::net
