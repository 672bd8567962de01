// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QSet>
#include <QStringList>

#include <utility>

namespace plexi::outgoing {

/**
 * Whether the whole Internet means the same machine by @p address: by the registries of special-purpose addresses (IANA,
 * after RFC 6890), of which everything is refused that is not plain unicast. IPv4 within IPv6 (mapped, NAT64 of RFC 6052)
 * is judged by what is within; 6to4 and Teredo, which are gone, are refused.
 */
bool isGloballyRoutable(const QHostAddress &address);

/** IPv4 as IPv4, where it is written as "::ffff:192.0.2.1"; without the zone of a link. */
QHostAddress plainAddress(const QHostAddress &address);

/** Which addresses the server may connect to when people ask for it. Immutable, thread-safe. */
class AddressPolicy
{
public:
    AddressPolicy() = default;
    /** What an admin excepts: names ("wiki.example.com"), addresses and networks ("10.1.0.0/16"), well-formed. */
    explicit AddressPolicy(const QStringList &exceptions);

    /** @p host is the name that led to @p address, or the address itself as it was written. */
    bool permits(const QString &host, const QHostAddress &address) const;

private:
    QSet<QString> m_names;
    QList<std::pair<QHostAddress, int>> m_networks;
};

} // namespace plexi::outgoing
