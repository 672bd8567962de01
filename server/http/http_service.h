// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/connection_ledger.h"
#include "server/net/loop.h"
#include "shared/core/result.h"

#include <QHostAddress>
#include <QStringList>

#include <memory>
#include <vector>

namespace plexi::net {
class Acceptor;
struct ConnectionOptions;
class LoopServer;
class UpgradeHandler;
} // namespace plexi::net

namespace plexi::http {

class HttpServer;
class Router;

/**
 * The whole of the listening server: loops, acceptor, guards, QHttpServers. From the outside two calls, start() and
 * stop(), both from the thread that made it.
 */
class HttpService
{
public:
    struct Options {
        QHostAddress address = QHostAddress(QHostAddress::LocalHost);
        /** 0: a free one. */
        quint16 port = 0;
        /** 0: one for each core. */
        int loops = 0;
        /** Files in PEM; both or none. */
        QString tlsCertificate = {};
        QString tlsKey = {};
        QStringList trustedProxies = {};
        net::ConnectionCaps caps = {};
        /** Seconds; see net::ConnectionOptions. */
        int headSeconds = 10;
        int idleSeconds = 60;
        int bodySeconds = 300;
        /** For open requests to end, once stop() is called; the whole of it is to take 5 at most. */
        int drainSeconds = 4;
    };

    /** @p router and @p upgrades (which may be null: no WebSockets) are not owned and outlive the service. */
    HttpService(Options options, const Router &router, net::UpgradeHandler *upgrades);
    ~HttpService();
    Q_DISABLE_COPY_MOVE(HttpService)

    /** The port. Fails with one sentence for people: port taken, certificate unreadable. */
    Result<quint16> start();

    /**
     * Accepts no more, lets open requests end (for at most drainSeconds), closes what is idle, and ends the loops.
     * Blocks. Does nothing where it is not running.
     */
    void stop();

    /** There from the beginning, running between start() and stop(). */
    const std::vector<std::unique_ptr<net::Loop>> &loops() const { return m_loops; }

private:
    /** What one loop serves with; made and destroyed on its thread. */
    struct Node;

    Result<net::ConnectionOptions> connectionOptions() const;
    Result<> startLoops(const net::ConnectionOptions &options);
    Result<quint16> startAccepting();
    void drain();
    void stopLoops();

    const Options m_options;
    const Router &m_router;
    net::UpgradeHandler *m_upgrades;
    std::vector<std::unique_ptr<net::Loop>> m_loops;
    std::vector<Node> m_nodes;
    std::unique_ptr<net::Acceptor> m_acceptor;
    std::size_t m_nextLoop = 0;
    bool m_isRunning = false;
};

} // namespace plexi::http
