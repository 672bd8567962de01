// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/json_web_key_set.h"

#include "server/security/crypto.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

constexpr qsizetype kMaxKeys = 100;

QByteArray number(const QJsonObject &key, QLatin1StringView name)
{
    return fromBase64Url(key.value(name).toString().toLatin1()).value_or(QByteArray());
}

/** A field that says what a key is for says so; one that is absent says nothing (RFC 7517, sections 4.2 and 4.4). */
bool allows(const QJsonObject &key, QLatin1StringView field, QLatin1StringView value)
{
    return !key.contains(field) || key.value(field) == value;
}

std::optional<PublicKey> publicKey(const QJsonObject &key)
{
    if (!allows(key, "use"_L1, "sig"_L1))
        return std::nullopt;
    const QString type = key.value("kty"_L1).toString();
    if (type == "RSA"_L1 && allows(key, "alg"_L1, "RS256"_L1))
        return PublicKey::rs256(number(key, "n"_L1), number(key, "e"_L1));
    if (type == "EC"_L1 && key.value("crv"_L1) == "P-256"_L1 && allows(key, "alg"_L1, "ES256"_L1))
        return PublicKey::es256(number(key, "x"_L1), number(key, "y"_L1));
    return std::nullopt;
}

} // namespace

JsonWebKeySet JsonWebKeySet::fromJson(const QJsonObject &object)
{
    JsonWebKeySet set;
    const QJsonArray keys = object.value("keys"_L1).toArray();
    for (const auto &value : keys) {
        if (set.m_keys.size() == kMaxKeys)
            break;
        const QJsonObject key = value.toObject();
        if (auto usable = publicKey(key))
            set.m_keys.append({key.value("kid"_L1).toString(), std::move(*usable)});
    }
    return set;
}

QList<PublicKey> JsonWebKeySet::find(const QString &keyId, SignatureAlgorithm algorithm) const
{
    QList<PublicKey> found;
    for (const Key &candidate : m_keys) {
        if (candidate.key.algorithm() == algorithm && (keyId.isEmpty() || candidate.id == keyId))
            found.append(candidate.key);
    }
    return found;
}

} // namespace plexi::security
