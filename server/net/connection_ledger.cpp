// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/connection_ledger.h"

#include <algorithm>

namespace plexi::net {

namespace {

/** Whoever has one IPv6 address has 2^64 of them. */
QHostAddress countedAs(const QHostAddress &peer)
{
    if (peer.protocol() != QAbstractSocket::IPv6Protocol)
        return peer;
    Q_IPV6ADDR network = peer.toIPv6Address();
    std::fill(network.c + 8, network.c + 16, quint8(0));
    return QHostAddress(network);
}

} // namespace

/** A child of the socket, so that it counts through every change of hands. */
class ConnectionLedger::Lease final : public QObject
{
public:
    Lease(std::shared_ptr<ConnectionLedger> ledger, QHostAddress counted, QObject *socket)
        : QObject(socket), m_ledger(std::move(ledger)), m_counted(std::move(counted))
    {
    }
    ~Lease() override { m_ledger->leave(m_counted); }

private:
    const std::shared_ptr<ConnectionLedger> m_ledger;
    const QHostAddress m_counted;
};

ConnectionLedger::ConnectionLedger(ConnectionCaps caps, TrustedProxies proxies)
    : m_caps(caps), m_proxies(std::move(proxies))
{
}

bool ConnectionLedger::enter(const QHostAddress &peer, QObject *socket)
{
    const QHostAddress counted = countedAs(peer);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_caps.total > 0 && m_total >= m_caps.total)
            return false;
        int &count = m_counts[counted];
        if (m_caps.perAddress > 0 && count >= m_caps.perAddress && !m_proxies.contains(peer))
            return false;
        ++count;
        ++m_total;
    }
    new Lease(shared_from_this(), counted, socket);
    return true;
}

void ConnectionLedger::leave(const QHostAddress &counted)
{
    const std::scoped_lock lock(m_mutex);
    --m_total;
    const auto found = m_counts.find(counted);
    if (found != m_counts.end() && --*found == 0)
        m_counts.erase(found);
}

int ConnectionLedger::total() const
{
    const std::scoped_lock lock(m_mutex);
    return m_total;
}

} // namespace plexi::net
