// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/request_head.h"

#include <QHostAddress>
#include <QList>
#include <QStringList>

#include <utility>

namespace plexi::net {

/** IPv4 as IPv4, where a socket for both families says "::ffff:192.0.2.1". */
QHostAddress canonicalAddress(const QHostAddress &address);

/** Those whose forwarding headers are believed. */
class TrustedProxies
{
public:
    TrustedProxies() = default;
    /** Addresses or networks ("10.0.0.0/8"); validated by the configuration. */
    explicit TrustedProxies(const QStringList &entries);

    bool contains(const QHostAddress &address) const;

private:
    QList<std::pair<QHostAddress, int>> m_networks;
};

/**
 * Sets who asks (contract, section 9): peerAddress, clientAddress, isLoopback and isSecure of @p head. The client is
 * the peer, or behind a trusted proxy the rightmost untrusted entry of `X-Forwarded-For`.
 */
void identifyClient(RequestHead &head, const QHostAddress &peer, bool isEncrypted, const TrustedProxies &proxies);

} // namespace plexi::net
