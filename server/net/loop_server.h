// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/connection_options.h"
#include "server/net/descriptor.h"
#include "server/net/lingering_close.h"
#include "server/net/request_parser.h"
#include "server/net/request_sink.h"

#include "shared/core/result.h"

#include <QPointer>
#include <QTcpServer>

#include <array>
#include <functional>
#include <unordered_set>

namespace plexi::net {

class ConnectionGuard;
class Loop;
class UpgradeHandler;

/**
 * One loop's server, to which its QHttpServer is bound. It owns no port: the acceptor hands it descriptors, it makes a
 * guarded socket of each. Lives on its loop's thread.
 */
class LoopServer final : public QTcpServer
{
    Q_OBJECT
public:
    /** All of them are not owned and outlive the server; @p upgrades may be null. */
    LoopServer(Loop &loop, const ConnectionOptions &options, RequestSink &sink, UpgradeHandler *upgrades);
    ~LoopServer() override;

    /** Listens on a loopback port, since QAbstractHttpServer::bind() wants that of a server. */
    Result<> open();
    /** After the bind: lets go of that port again. From now on adopt() is the only way in. */
    void closePort();

    /** A connection that was accepted. */
    void adopt(Descriptor descriptor);

    /**
     * The connection whose request QHttpServer hands on at this moment; null where a request comes that no guard let
     * pass.
     */
    ConnectionGuard *takePassing();

    /**
     * No new connections; those between requests are closed, the others after their answer. Calls @p done when none is
     * left.
     */
    void drain(std::function<void()> done);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class AnswerStream;
    friend class ConnectionGuard;
    friend class StreamConnection;
    Loop &loop() { return m_loop; }
    const ConnectionOptions &options() const { return m_options; }
    QTcpSocket *makeSocket(qintptr descriptor);
    void upgrade(QTcpSocket *socket, const RequestHead &head);
    void stream(QTcpSocket *socket, std::unique_ptr<RequestParser> parser, BodyPlan plan);
    /** Writes @p lastAnswer, which may be empty, and closes. */
    void close(QTcpSocket *socket, const QByteArray &lastAnswer, LingeringClose::Unread unread);
    /** Objects that drain() waits for. */
    void track(QObject *busy);
    void untrack(QObject *busy);

    Loop &m_loop;
    const ConnectionOptions m_options;
    RequestSink &m_sink;
    UpgradeHandler *m_upgrades;
    QPointer<ConnectionGuard> m_passing;
    /** Every guard, streamed request and closing connection. WebSockets are their handler's. */
    std::unordered_set<QObject *> m_open;
    /** Where guards peek at heads. */
    std::array<char, RequestParser::kMaxHeadSize> m_scratch;
    std::function<void()> m_drained;
    bool m_isDraining = false;
};

} // namespace plexi::net
