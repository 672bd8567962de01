// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outgoing/address_policy.h"

#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::outgoing {

namespace {

struct Block {
    quint32 first;
    int prefix;
};

constexpr quint32 four(quint32 a, quint32 b, quint32 c, quint32 d)
{
    return (a << 24) | (b << 16) | (c << 8) | d;
}

// IANA IPv4 Special-Purpose Address Registry, and multicast (RFC 5771).
constexpr std::array kRefusedFour{
    Block{four(0, 0, 0, 0), 8},      // this network
    Block{four(10, 0, 0, 0), 8},     // private
    Block{four(100, 64, 0, 0), 10},  // carriers' translation
    Block{four(127, 0, 0, 0), 8},    // loopback
    Block{four(169, 254, 0, 0), 16}, // link-local, where clouds keep their metadata
    Block{four(172, 16, 0, 0), 12},  // private
    Block{four(192, 0, 0, 0), 24},   // protocol assignments
    Block{four(192, 0, 2, 0), 24},   // documentation
    Block{four(192, 88, 99, 0), 24}, // 6to4 relays
    Block{four(192, 168, 0, 0), 16}, // private
    Block{four(198, 18, 0, 0), 15},  // benchmarks
    Block{four(198, 51, 100, 0), 24}, Block{four(203, 0, 113, 0), 24},
    Block{four(224, 0, 0, 0), 3}, // multicast, reserved, broadcast
};

bool isGlobalFour(quint32 address)
{
    return std::ranges::none_of(
        kRefusedFour, [address](const Block &block) { return (address ^ block.first) >> (32 - block.prefix) == 0; });
}

bool isIn(const QHostAddress &address, QLatin1StringView network, int prefix)
{
    return address.isInSubnet(QHostAddress(QString(network)), prefix);
}

bool isGlobalSix(const QHostAddress &address)
{
    if (isIn(address, "64:ff9b::"_L1, 96)) {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        return isGlobalFour(four(bytes[12], bytes[13], bytes[14], bytes[15]));
    }
    // Everything that is assigned for the Internet is in 2000::/3 (RFC 4291, section 2.4); but these parts are not.
    return isIn(address, "2000::"_L1, 3)
        && !isIn(address, "2001::"_L1, 23) // protocol assignments, Teredo, benchmarks, ORCHID
        && !isIn(address, "2001:db8::"_L1, 32) // documentation
        && !isIn(address, "2002::"_L1, 16) // 6to4
        && !isIn(address, "3fff::"_L1, 20); // documentation (RFC 9637)
}

QString canonicalName(const QString &host)
{
    QString name = QString::fromLatin1(QUrl::toAce(host.toLower()));
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

} // namespace

QHostAddress plainAddress(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    // Not toIPv4Address(), which takes more than mapped addresses for IPv4.
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const bool isMapped = std::all_of(bytes.c, bytes.c + 10, [](quint8 byte) { return byte == 0; }) && bytes[10] == 0xff
        && bytes[11] == 0xff;
    return isMapped ? QHostAddress(four(bytes[12], bytes[13], bytes[14], bytes[15])) : QHostAddress(bytes);
}

bool isGloballyRoutable(const QHostAddress &address)
{
    const QHostAddress plain = plainAddress(address);
    if (plain.protocol() == QAbstractSocket::IPv4Protocol)
        return isGlobalFour(plain.toIPv4Address());
    return plain.protocol() == QAbstractSocket::IPv6Protocol && isGlobalSix(plain);
}

AddressPolicy::AddressPolicy(const QStringList &exceptions)
{
    for (const QString &entry : exceptions) {
        if (entry.contains(u'/')) {
            m_networks.append(QHostAddress::parseSubnet(entry));
        } else if (const QHostAddress address = plainAddress(QHostAddress(entry)); !address.isNull()) {
            m_networks.emplaceBack(address, address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128);
        } else {
            m_names.insert(canonicalName(entry));
        }
    }
}

bool AddressPolicy::permits(const QString &host, const QHostAddress &address) const
{
    const QHostAddress plain = plainAddress(address);
    if (plain.isNull())
        return false;
    if (isGloballyRoutable(plain) || m_names.contains(canonicalName(host)))
        return true;
    return std::ranges::any_of(m_networks, [&](const auto &network) {
        return network.first.protocol() == plain.protocol() && plain.isInSubnet(network);
    });
}

} // namespace plexi::outgoing
