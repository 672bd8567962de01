// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/cose_key.h"

#include <QCborMap>
#include <QCborStreamReader>
#include <QCborValue>

namespace plexi::security {

namespace {

// RFC 9053, tables 5, 18, 19, 21; RFC 8230, section 4; RFC 8812, section 2.
constexpr qint64 kKeyType = 1;
constexpr qint64 kAlgorithm = 3;
constexpr qint64 kOkp = 1;
constexpr qint64 kEc2 = 2;
constexpr qint64 kRsa = 3;
constexpr qint64 kEs256 = -7;
constexpr qint64 kEdDsa = -8;
constexpr qint64 kRs256 = -257;
constexpr qint64 kP256 = 1;
constexpr qint64 kEd25519 = 6;
// crv, x and y of curves; n and e of RSA.
constexpr qint64 kFirst = -1;
constexpr qint64 kSecond = -2;
constexpr qint64 kThird = -3;

std::optional<PublicKey> keyOf(const QCborMap &map)
{
    const qint64 type = map.value(kKeyType).toInteger();
    const qint64 algorithm = map.value(kAlgorithm).toInteger();
    if (type == kEc2 && algorithm == kEs256 && map.value(kFirst).toInteger() == kP256)
        return PublicKey::es256(map.value(kSecond).toByteArray(), map.value(kThird).toByteArray());
    if (type == kRsa && algorithm == kRs256)
        return PublicKey::rs256(map.value(kFirst).toByteArray(), map.value(kSecond).toByteArray());
    if (type == kOkp && algorithm == kEdDsa && map.value(kFirst).toInteger() == kEd25519)
        return PublicKey::edDsa(map.value(kSecond).toByteArray());
    return std::nullopt;
}

} // namespace

std::optional<CoseKey> CoseKey::read(const QByteArray &bytes)
{
    QCborStreamReader reader(bytes);
    const QCborValue value = QCborValue::fromCbor(reader);
    const auto size = static_cast<qsizetype>(reader.currentOffset());
    // Authenticators write canonical CBOR (CTAP 2, section 8): one spelling for each key, and no name twice.
    if (reader.lastError() != QCborError::NoError || !value.isMap() || value.toCbor() != bytes.first(size))
        return std::nullopt;
    const QCborMap map = value.toMap();
    QList<QCborValue> names;
    for (const auto &entry : map) {
        if (names.contains(entry.first))
            return std::nullopt;
        names.append(entry.first);
    }
    auto key = keyOf(map);
    if (!key)
        return std::nullopt;
    return CoseKey{.key = std::move(*key), .size = size};
}

} // namespace plexi::security
