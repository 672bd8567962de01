// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <array>

namespace plexi::security {

/** What a key is for. A key of one purpose proves nothing for another. */
enum class KeyPurpose { AccessToken, RefreshToken, SecondFactorToken, Link, StoredSecret, Challenge, Audit };

/**
 * The server's signing keys, derived by purpose from the secrets in one file (mode 0600) with a line "KID BASE64URL"
 * for each. The first signs; the others still verify, so that a key can be rotated without ending every session.
 * Immutable once loaded; thread-safe.
 */
class KeyRing
{
public:
    /** Reads the file at @p path, or makes it with a new secret where there is none. Fails with a sentence. */
    static Result<KeyRing> loadOrCreate(const QString &path);
    /** Reads the file, changes nothing; fails where there is none too. */
    static Result<KeyRing> load(const QString &path);

    /** The id of the key that signs. */
    const QByteArray &signingKeyId() const { return m_signingKeyId; }
    /** 32 bytes, or empty for an id that is not known. */
    QByteArray key(const QByteArray &keyId, KeyPurpose purpose) const;

private:
    static Result<KeyRing> parse(const QString &path, const QByteArray &text);

    static constexpr size_t kPurposes = 7;
    QByteArray m_signingKeyId;
    QHash<QByteArray, std::array<QByteArray, kPurposes>> m_keys;
};

} // namespace plexi::security
