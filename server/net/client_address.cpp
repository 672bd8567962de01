// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/client_address.h"

#include <array>

namespace plexi::net {

namespace {

constexpr std::array<QByteArrayView, 6> kForwardingHeaders{"x-forwarded-for",  "forwarded", "x-forwarded-proto",
                                                           "x-forwarded-host", "x-real-ip", "via"};

/** "192.0.2.1", "192.0.2.1:4711", "2001:db8::1" or "[2001:db8::1]:4711". */
QHostAddress parseEntry(QByteArrayView entry)
{
    QByteArrayView host = entry.trimmed();
    if (host.startsWith('[')) {
        const qsizetype end = host.indexOf(']');
        host = end < 0 ? QByteArrayView() : host.sliced(1, end - 1);
    } else if (host.count(':') == 1) {
        host = host.first(host.indexOf(':'));
    }
    return canonicalAddress(QHostAddress(QString::fromLatin1(host)));
}

QHostAddress rightmostUntrusted(const RequestHead &head, const QHostAddress &peer, const TrustedProxies &proxies)
{
    QHostAddress client = peer;
    const QByteArray forwarded = head.headers.combinedValue("x-forwarded-for");
    QByteArrayView rest = forwarded;
    while (!rest.isEmpty()) {
        const qsizetype comma = rest.lastIndexOf(',');
        const QHostAddress entry = parseEntry(rest.sliced(comma + 1));
        // What a trusted proxy wrote is an address; what is none was written by somebody else.
        if (entry.isNull())
            break;
        client = entry;
        if (comma < 0 || !proxies.contains(entry))
            break;
        rest = rest.first(comma);
    }
    return client;
}

} // namespace

QHostAddress canonicalAddress(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour);
    return isFour ? QHostAddress(four) : address;
}

TrustedProxies::TrustedProxies(const QStringList &entries)
{
    for (const QString &entry : entries) {
        if (entry.contains(u'/')) {
            m_networks.append(QHostAddress::parseSubnet(entry));
        } else {
            const QHostAddress address = canonicalAddress(QHostAddress(entry));
            m_networks.emplaceBack(address, address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128);
        }
    }
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    return std::ranges::any_of(m_networks, [&](const auto &network) {
        return !network.first.isNull() && network.first.protocol() == address.protocol() && address.isInSubnet(network);
    });
}

void identifyClient(RequestHead &head, const QHostAddress &peer, bool isEncrypted, const TrustedProxies &proxies)
{
    head.peerAddress = peer;
    head.clientAddress = peer;
    head.isSecure = isEncrypted;
    const bool isForwarded = std::ranges::any_of(
        kForwardingHeaders, [&](QByteArrayView name) { return head.headers.contains(QLatin1StringView(name)); });
    head.isLoopback = !isForwarded && peer.isLoopback();
    if (isForwarded && proxies.contains(peer)) {
        head.clientAddress = rightmostUntrusted(head, peer, proxies);
        const QByteArray scheme = head.headers.combinedValue("x-forwarded-proto");
        if (!scheme.isEmpty())
            head.isSecure = scheme.sliced(scheme.lastIndexOf(',') + 1).trimmed().compare("https", Qt::CaseInsensitive)
                == 0;
    }
}

} // namespace plexi::net
