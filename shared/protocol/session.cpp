// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/session.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"
#include "shared/protocol/second_factor.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

QJsonObject Tokens::toJson() const
{
    return {
        {"access_token"_L1, accessToken},
        {"token_type"_L1, "bearer"_L1},
        {"expires_in"_L1, expiresIn},
        {"refresh_token"_L1, refreshToken},
    };
}

Result<Tokens> Tokens::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    Tokens tokens{
        .accessToken = reader.string("access_token"_L1, {.min = 1}),
        .refreshToken = reader.string("refresh_token"_L1, {.min = 1}),
        .expiresIn = reader.integer("expires_in"_L1, 1, 1LL << 31),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return tokens;
}

Schema Tokens::schema()
{
    return Schema::object("Tokens"_L1)
        .with("access_token"_L1, Schema::string())
        .with("token_type"_L1, Schema::names({"bearer"_L1}))
        .with("expires_in"_L1, Schema::integer(1).about("Seconds"_L1))
        .with("refresh_token"_L1, Schema::string());
}

QJsonObject SignInRequest::toJson() const
{
    QJsonObject object{{"username"_L1, username}, {"password"_L1, password}, {"remember_me"_L1, rememberMe}};
    if (mfaCode)
        object.insert("mfa_code"_L1, *mfaCode);
    return object;
}

Result<SignInRequest> SignInRequest::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    SignInRequest request{
        .username = reader.string("username"_L1, {.min = 1, .max = 320}),
        .password = reader.string("password"_L1, {.min = 1, .max = 1'024}),
        .rememberMe = reader.optionalBoolean("remember_me"_L1).value_or(false),
        .mfaCode = reader.optionalString("mfa_code"_L1, {.max = kMaxMfaCodeSize}),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    // What a form sends whose field was left empty.
    if (request.mfaCode && request.mfaCode->trimmed().isEmpty())
        request.mfaCode.reset();
    return request;
}

Schema SignInRequest::schema()
{
    return Schema::object("SignInRequest"_L1)
        .with("username"_L1, Schema::string({.min = 1, .max = 320}).about("Or the e-mail address"_L1))
        .with("password"_L1, Schema::string({.min = 1, .max = 1'024}))
        .with("remember_me"_L1, Schema::boolean().optional().about("30 days instead of one"_L1))
        .with("mfa_code"_L1, Schema::string({.max = kMaxMfaCodeSize}).optional());
}

QJsonObject Session::toJson() const
{
    return {
        {"id"_L1, id.toString()},
        {"address"_L1, address},
        {"client"_L1, client},
        {"user_agent"_L1, userAgent},
        {"created_at"_L1, createdAt.toIso()},
        {"last_used_at"_L1, lastUsedAt.toIso()},
        {"expires_at"_L1, expiresAt.toIso()},
        {"is_current"_L1, isCurrent},
    };
}

Result<Session> Session::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    Session session{
        .id = reader.id<SessionId>("id"_L1),
        .address = reader.string("address"_L1),
        .client = reader.string("client"_L1),
        .userAgent = reader.string("user_agent"_L1),
        .createdAt = reader.timestamp("created_at"_L1),
        .lastUsedAt = reader.timestamp("last_used_at"_L1),
        .expiresAt = reader.timestamp("expires_at"_L1),
        .isCurrent = reader.boolean("is_current"_L1),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return session;
}

Schema Session::schema()
{
    return Schema::object("Session"_L1)
        .with("id"_L1, Schema::id<SessionId>())
        .with("address"_L1, Schema::string())
        .with("client"_L1, Schema::string().example("Firefox on Linux"_L1))
        .with("user_agent"_L1, Schema::string())
        .with("created_at"_L1, Schema::timestamp())
        .with("last_used_at"_L1, Schema::timestamp())
        .with("expires_at"_L1, Schema::timestamp())
        .with("is_current"_L1, Schema::boolean());
}

Result<PasswordChange> PasswordChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    PasswordChange change{
        .currentPassword = reader.string("current_password"_L1, {.min = 1, .max = 1'024}),
        .newPassword = reader.string("new_password"_L1, {.min = 8, .max = 128}),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return change;
}

Schema PasswordChange::schema()
{
    return Schema::object("PasswordChange"_L1)
        .with("current_password"_L1, Schema::string({.min = 1, .max = 1'024}))
        .with("new_password"_L1, Schema::string({.min = 8, .max = 128}));
}

Result<NewApiKey> NewApiKey::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewApiKey key{
        .name = reader.string("name"_L1, {.min = 1, .max = 100}).trimmed(),
        .permissions = reader.strings("permissions"_L1, 10),
        .expiresAt = reader.optionalTimestamp("expires_at"_L1),
    };
    if (reader.ok() && key.name.isEmpty())
        reader.addFault("name"_L1, u"Must not be blank"_s);
    if (const auto fault = reader.error())
        return fail(*fault);
    key.permissions.removeDuplicates();
    return key;
}

Schema NewApiKey::schema()
{
    const Schema scope = Schema::names({"read"_L1, "write"_L1, "admin"_L1});
    return Schema::object("NewApiKey"_L1)
        .with("name"_L1, Schema::string({.min = 1, .max = 100}))
        .with("permissions"_L1, Schema::array(scope, {.min = 1, .max = 10}))
        .with("expires_at"_L1, Schema::timestamp().optional());
}

QJsonObject ApiKey::toJson() const
{
    QJsonObject object{
        {"id"_L1, id.toString()},
        {"name"_L1, name},
        {"permissions"_L1, QJsonArray::fromStringList(permissions)},
        {"created_at"_L1, createdAt.toIso()},
        {"expires_at"_L1, isoOrNull(expiresAt)},
        {"last_used_at"_L1, isoOrNull(lastUsedAt)},
        {"is_expired"_L1, isExpired},
    };
    if (key)
        object.insert("key"_L1, *key);
    return object;
}

Schema ApiKey::schema()
{
    return Schema::object("ApiKey"_L1)
        .with("id"_L1, Schema::id<ApiKeyId>())
        .with("name"_L1, Schema::string())
        .with("permissions"_L1, Schema::array(Schema::string()))
        .with("created_at"_L1, Schema::timestamp())
        .with("expires_at"_L1, Schema::timestamp().orNull())
        .with("last_used_at"_L1, Schema::timestamp().orNull())
        .with("is_expired"_L1, Schema::boolean())
        .with("key"_L1, Schema::string().sometimes().about("In the answer to its creation only"_L1));
}

} // namespace plexi::protocol
