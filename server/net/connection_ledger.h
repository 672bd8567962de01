// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/client_address.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>

#include <memory>
#include <mutex>

namespace plexi::net {

/** How many connections there may be, WebSockets included. 0: as many as you like. */
struct ConnectionCaps {
    int total = 20'000;
    /** IPv6 counts by its /64. Trusted proxies are not capped. */
    int perAddress = 256;
};

/** Counts the open connections of all loops. Thread-safe. */
class ConnectionLedger : public std::enable_shared_from_this<ConnectionLedger>
{
public:
    ConnectionLedger(ConnectionCaps caps, TrustedProxies proxies);

    /**
     * Counts one more connection, until @p socket is destroyed. False where a cap is reached: then nothing is counted.
     */
    bool enter(const QHostAddress &peer, QObject *socket);

    int total() const;

private:
    class Lease;
    void leave(const QHostAddress &counted);

    const ConnectionCaps m_caps;
    const TrustedProxies m_proxies;
    mutable std::mutex m_mutex;
    QHash<QHostAddress, int> m_counts;
    int m_total = 0;
};

} // namespace plexi::net
