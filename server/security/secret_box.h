// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/key_ring.h"

#include <QByteArray>

#include <optional>

namespace plexi::security {

/**
 * Keeps secrets that the server must be able to read again (unlike passwords) unreadable in the database: whoever has
 * only that learns nothing. XChaCha20-Poly1305 with a random nonce under a key of its own purpose. Thread-safe.
 */
class SecretBox
{
public:
    explicit SecretBox(KeyRing keys) : m_keys(std::move(keys)) { }

    /** @p context says what and whose it is, such as "totp user_1"; a sealed secret opens only under the same. */
    QByteArray seal(const QByteArray &secret, const QByteArray &context) const;

    /** Nothing where it was changed, moved to another context, or sealed under a key that is not there any more. */
    std::optional<QByteArray> open(const QByteArray &sealed, const QByteArray &context) const;

    /**
     * For secrets too short to be stored as a plain hash, such as codes of six digits: 32 bytes that tell nothing to who
     * has no key. Another after a rotation of the keys.
     */
    QByteArray digest(const QByteArray &secret, const QByteArray &context) const;

private:
    KeyRing m_keys;
};

} // namespace plexi::security
