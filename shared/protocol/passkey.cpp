// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/passkey.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr qsizetype kMaxFieldSize = 100'000;

/** A field in base64url without padding, as Web Authentication's own JSON has all its bytes. */
QByteArray bytes(JsonReader &reader, QLatin1StringView name)
{
    const QByteArray text = reader.string(name, {.min = 1, .max = kMaxFieldSize}).toUtf8();
    const auto decoded = QByteArray::fromBase64Encoding(
        text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        reader.addFault(name, u"Must be base64url"_s);
    return decoded.decoded;
}

Schema base64Url()
{
    return Schema::string({.min = 1, .max = kMaxFieldSize}).about("base64url without padding"_L1);
}

} // namespace

QJsonObject Passkey::toJson() const
{
    return {
        {"id"_L1, id.toString()},
        {"name"_L1, name},
        {"is_backed_up"_L1, isBackedUp},
        {"created_at"_L1, createdAt.toIso()},
        {"last_used_at"_L1, isoOrNull(lastUsedAt)},
    };
}

Schema Passkey::schema()
{
    return Schema::object("Passkey"_L1)
        .with("id"_L1, Schema::id<PasskeyId>())
        .with("name"_L1, Schema::string())
        .with("is_backed_up"_L1, Schema::boolean())
        .with("created_at"_L1, Schema::timestamp())
        .with("last_used_at"_L1, Schema::timestamp().orNull());
}

Result<NewPasskey> NewPasskey::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewPasskey passkey;
    passkey.name = reader.optionalString("name"_L1, {.max = 100}).value_or(QString()).trimmed();
    JsonReader credential(reader.object("credential"_L1), u"credential"_s);
    JsonReader response(credential.object("response"_L1), u"credential.response"_s);
    passkey.clientDataJson = bytes(response, "clientDataJSON"_L1);
    passkey.attestationObject = bytes(response, "attestationObject"_L1);
    reader.addFaultsOf(credential);
    reader.addFaultsOf(response);
    if (const auto fault = reader.error())
        return fail(*fault);
    return passkey;
}

Schema NewPasskey::schema()
{
    const Schema response =
        Schema::object().with("clientDataJSON"_L1, base64Url()).with("attestationObject"_L1, base64Url());
    return Schema::object("NewPasskey"_L1)
        .with("name"_L1, Schema::string({.max = 100}).optional())
        .with("credential"_L1,
              Schema::object().with("response"_L1, response).about("A browser's RegistrationResponseJSON"_L1));
}

Result<PasskeySignIn> PasskeySignIn::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    PasskeySignIn signIn;
    signIn.rememberMe = reader.optionalBoolean("remember_me"_L1).value_or(false);
    JsonReader credential(reader.object("credential"_L1), u"credential"_s);
    signIn.credentialId = bytes(credential, "id"_L1);
    JsonReader response(credential.object("response"_L1), u"credential.response"_s);
    signIn.clientDataJson = bytes(response, "clientDataJSON"_L1);
    signIn.authenticatorData = bytes(response, "authenticatorData"_L1);
    signIn.signature = bytes(response, "signature"_L1);
    signIn.userHandle = bytes(response, "userHandle"_L1);
    reader.addFaultsOf(credential);
    reader.addFaultsOf(response);
    if (const auto fault = reader.error())
        return fail(*fault);
    return signIn;
}

Schema PasskeySignIn::schema()
{
    const Schema response = Schema::object()
                                .with("clientDataJSON"_L1, base64Url())
                                .with("authenticatorData"_L1, base64Url())
                                .with("signature"_L1, base64Url())
                                .with("userHandle"_L1, base64Url());
    const Schema credential = Schema::object().with("id"_L1, base64Url()).with("response"_L1, response);
    return Schema::object("PasskeySignIn"_L1)
        .with("credential"_L1, credential.about("A browser's AuthenticationResponseJSON"_L1))
        .with("remember_me"_L1, Schema::boolean().optional());
}

} // namespace plexi::protocol
