// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/key_ring.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QString>

namespace plexi::security {

/** What a token says. Who may do what is never in it: that is read from the store at each request. */
struct TokenClaims {
    UserId userId;
    SessionId sessionId;
    /** Both in whole seconds. */
    Timestamp issuedAt;
    Timestamp expiresAt;
    /** Random, so that no two tokens are equal. */
    QString tokenId;
};

/**
 * Signs and checks tokens: JWTs (RFC 7519) with HS256 and no other algorithm (RFC 8725, section 3.1), each purpose with
 * its own key. Thread-safe.
 */
class TokenSigner
{
public:
    explicit TokenSigner(KeyRing keys) : m_keys(std::move(keys)) { }

    /** @p claims.tokenId is made here. */
    QString sign(KeyPurpose purpose, TokenClaims claims) const;

    /** Fails with InvalidToken, or TokenExpired for one of ours whose time was over at @p now. */
    Result<TokenClaims> verify(KeyPurpose purpose, const QString &token, Timestamp now = Timestamp::now()) const;

private:
    KeyRing m_keys;
};

} // namespace plexi::security
