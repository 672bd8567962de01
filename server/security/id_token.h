// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/json_web_key_set.h"
#include "shared/core/timestamp.h"

#include <QByteArray>

#include <expected>

namespace plexi::security {

/** Who somebody is, as an OpenID provider has signed it. */
struct IdToken {
    /** Who, for the provider, for ever; up to 255 characters. */
    QString subject;
    /** Empty where the provider says none, or does not say that it has verified it. */
    QString verifiedEmail;
    /** What the person would like to be called; may be empty, may be anything. */
    QString preferredUsername;
    QString name;
};

/** Why an ID token proves nothing. */
enum class IdTokenFault {
    Malformed,
    /** Neither RS256 nor ES256; "none" and HS256 foremost. */
    Algorithm,
    /** Signed with a key that the set has not: it may have been changed meanwhile. */
    UnknownKey,
    Signature,
    Issuer,
    Audience,
    /** Over, or issued in another time than now. */
    Time,
    Nonce,
};

/** A word for logs. */
QLatin1StringView idTokenFaultName(IdTokenFault fault);

/** What must stand in the token. */
struct IdTokenExpectation {
    QString issuer;
    QString clientId;
    QString nonce;
    Timestamp now;
};

/** Checks a token as OpenID Connect Core 1.0, section 3.1.3.7 has it, with clocks that may differ by a minute. */
std::expected<IdToken, IdTokenFault> readIdToken(const QByteArray &token, const JsonWebKeySet &keys,
                                                 const IdTokenExpectation &expected);

} // namespace plexi::security
