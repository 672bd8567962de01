// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/identity.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr LengthRange kCodeLength{.min = 1, .max = 8'192};
// RFC 7636, section 4.1.
constexpr LengthRange kVerifierLength{.min = 43, .max = 128};

} // namespace

QJsonObject IdentityProvider::toJson() const
{
    return {{"name"_L1, name}, {"issuer"_L1, issuer}, {"start_url"_L1, startUrl}};
}

Schema IdentityProvider::schema()
{
    return Schema::object("IdentityProvider"_L1)
        .with("name"_L1, Schema::string())
        .with("issuer"_L1, Schema::uri())
        .with("start_url"_L1, Schema::string().about("Where signing in begins: a path on this server"_L1));
}

QJsonObject Identity::toJson() const
{
    return {
        {"id"_L1, id.toString()},
        {"provider"_L1, provider.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(provider)},
        {"issuer"_L1, issuer},
        {"label"_L1, label},
        {"created_at"_L1, createdAt.toIso()},
        {"last_used_at"_L1, isoOrNull(lastUsedAt)},
    };
}

Schema Identity::schema()
{
    return Schema::object("Identity"_L1)
        .with("id"_L1, Schema::id<IdentityId>())
        .with("provider"_L1, Schema::string().orNull().about("null where it is not configured any more"_L1))
        .with("issuer"_L1, Schema::uri())
        .with("label"_L1, Schema::string().about("What the provider called the person last"_L1))
        .with("created_at"_L1, Schema::timestamp())
        .with("last_used_at"_L1, Schema::timestamp().orNull());
}

Result<IdentityProof> IdentityProof::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    IdentityProof proof{.code = reader.string("code"_L1, kCodeLength),
                        .codeVerifier = reader.string("code_verifier"_L1, kVerifierLength),
                        .rememberMe = reader.optionalBoolean("remember_me"_L1).value_or(false)};
    if (const auto fault = reader.error())
        return fail(*fault);
    return proof;
}

Schema IdentityProof::linkSchema()
{
    return Schema::object("IdentityProof"_L1)
        .with("code"_L1, Schema::string(kCodeLength).about("What came to redirect_uri"_L1))
        .with("code_verifier"_L1, Schema::string(kVerifierLength));
}

Schema IdentityProof::signInSchema()
{
    return linkSchema().named("IdentitySignIn"_L1).with("remember_me"_L1, Schema::boolean().optional());
}

} // namespace plexi::protocol
