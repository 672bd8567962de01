// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/public_key.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace plexi::security {

/** The keys that somebody signs tokens with (RFC 7517). Immutable, cheap to copy, thread-safe. */
class JsonWebKeySet
{
public:
    JsonWebKeySet() = default;
    /**
     * Takes RSA keys and keys on P-256, and leaves out what cannot be used: other kinds, keys for encryption, broken ones,
     * and those after the hundredth.
     */
    static JsonWebKeySet fromJson(const QJsonObject &object);

    bool isEmpty() const { return m_keys.isEmpty(); }
    /** Those that @p algorithm is for, of that id; of any id where it is empty. */
    QList<PublicKey> find(const QString &keyId, SignatureAlgorithm algorithm) const;

private:
    struct Key {
        QString id;
        PublicKey key;
    };
    QList<Key> m_keys;
};

} // namespace plexi::security
