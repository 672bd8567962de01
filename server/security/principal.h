// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <optional>

namespace plexi::security {

/** What a caller presented. The secret never goes into a log. */
struct Credential {
    enum class Kind {
        /** `Authorization: Bearer`: an access token. */
        Bearer,
        /** `X-API-Key`. */
        ApiKey,
        /** The cookie `plexichat_session`. */
        Cookie,
        /** `?token=` and the `auth` frame of a WebSocket: an access token or an API key (those start with "plx_"). */
        AccessTokenOrApiKey,
    };
    Kind kind = Kind::Bearer;
    QString secret;
};

/** Who a request acts for, as the store has it at this moment (never as a token claims). */
struct Principal {
    UserId userId;
    QString username;
    /** An API key without the `admin` scope has not got the role of admin either. */
    QStringList roles;
    /** The rights of the roles, cut to what the credential's scopes allow. */
    QStringList permissions;
    Credential::Kind kind = Credential::Kind::Bearer;
    /** Set unless the credential is an API key. */
    std::optional<SessionId> sessionId;
    /** Set where the credential is an API key. */
    std::optional<ApiKeyId> apiKeyId;
    /** An API key without the `write` scope cannot change anything. */
    bool mayWrite = true;
    /** When an API key stops working; a connection that lives by it ends then. */
    std::optional<Timestamp> expiresAt = std::nullopt;
    /** Where the request came from; null where that is not known. */
    QHostAddress address = {};

    bool can(QLatin1StringView permission) const { return permissions.contains(permission); }
    bool isAdmin() const { return roles.contains(QLatin1StringView("admin")); }
};

/** Turns a credential into a principal. Called on a loop's thread; short reads only, no hashing of passwords. */
class Authenticator
{
public:
    virtual ~Authenticator() = default;
    /** Fails with InvalidToken, TokenExpired or (person deactivated, session ended) InvalidToken. */
    virtual Result<Principal> authenticate(const Credential &credential) = 0;
    /** ReauthenticationRequired where the last proof is older than 15 minutes; InsufficientPermissions for API keys. */
    virtual Result<> requireRecentProof(const Principal &caller) = 0;
};

} // namespace plexi::security
