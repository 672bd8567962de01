// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace plexi::protocol {

class Schema;

/** What a sign-in or a refresh answers. Both tokens are secrets: never log them. */
struct Tokens {
    QString accessToken;
    QString refreshToken;
    /** Seconds until the access token expires. */
    qint64 expiresIn = 0;

    QJsonObject toJson() const;
    static Result<Tokens> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body of a sign-in. Holds secrets: never log it. */
struct SignInRequest {
    /** A user name or an e-mail address. */
    QString username;
    QString password;
    /** Whether the session lives 30 days rather than one. */
    bool rememberMe = false;
    /** Of an authenticator, or a recovery code; looked at only where the person has a second factor. */
    std::optional<QString> mfaCode = std::nullopt;

    QJsonObject toJson() const;
    static Result<SignInRequest> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** A sign-in on one device, as its owner sees it. */
struct Session {
    SessionId id;
    /** Where it was begun from. */
    QString address;
    /** A short name of the program, made of the user agent: "Firefox on Linux". */
    QString client;
    QString userAgent;
    Timestamp createdAt;
    Timestamp lastUsedAt;
    Timestamp expiresAt;
    /** The one that asks. */
    bool isCurrent = false;

    QJsonObject toJson() const;
    static Result<Session> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body of a change of one's own password. Holds secrets: never log it. */
struct PasswordChange {
    QString currentPassword;
    QString newPassword;

    static Result<PasswordChange> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body of the creation of an API key. */
struct NewApiKey {
    QString name;
    /** Scopes: `read`, `write`, `admin`. */
    QStringList permissions;
    /** May lie in the past; such a key never works. */
    std::optional<Timestamp> expiresAt;

    static Result<NewApiKey> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** An API key as it is listed; @c key is only there in the answer to its creation. */
struct ApiKey {
    ApiKeyId id;
    QString name;
    QStringList permissions;
    Timestamp createdAt;
    std::optional<Timestamp> expiresAt;
    std::optional<Timestamp> lastUsedAt;
    bool isExpired = false;
    std::optional<QString> key;

    QJsonObject toJson() const;
    static Schema schema();
};

} // namespace plexi::protocol
