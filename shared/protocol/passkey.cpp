// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/passkey.h"

#include "shared/protocol/json_reader.h"

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

/** `credential`, whose parts are read by readers of their own path; empty where it is missing. */
QJsonObject credentialOf(JsonReader &reader)
{
    const auto credential = reader.optionalObject("credential"_L1);
    if (!credential && reader.ok())
        reader.addFault("credential"_L1, u"This field is required"_s);
    return credential.value_or(QJsonObject());
}

QJsonObject responseOf(JsonReader &credential)
{
    const auto response = credential.optionalObject("response"_L1);
    if (!response && credential.ok())
        credential.addFault("response"_L1, u"This field is required"_s);
    return response.value_or(QJsonObject());
}

/** The first fault of several readers. */
std::optional<Error> firstError(std::initializer_list<const JsonReader *> readers)
{
    for (const JsonReader *reader : readers) {
        if (auto fault = reader->error())
            return fault;
    }
    return std::nullopt;
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

Result<NewPasskey> NewPasskey::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewPasskey passkey;
    passkey.name = reader.optionalString("name"_L1, {.max = 100}).value_or(QString()).trimmed();
    JsonReader credential(credentialOf(reader), u"credential"_s);
    JsonReader response(responseOf(credential), u"credential.response"_s);
    passkey.clientDataJson = bytes(response, "clientDataJSON"_L1);
    passkey.attestationObject = bytes(response, "attestationObject"_L1);
    if (const auto fault = firstError({&reader, &credential, &response}))
        return fail(*fault);
    return passkey;
}

Result<PasskeySignIn> PasskeySignIn::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    PasskeySignIn signIn;
    signIn.rememberMe = reader.optionalBoolean("remember_me"_L1).value_or(false);
    JsonReader credential(credentialOf(reader), u"credential"_s);
    signIn.credentialId = bytes(credential, "id"_L1);
    JsonReader response(responseOf(credential), u"credential.response"_s);
    signIn.clientDataJson = bytes(response, "clientDataJSON"_L1);
    signIn.authenticatorData = bytes(response, "authenticatorData"_L1);
    signIn.signature = bytes(response, "signature"_L1);
    signIn.userHandle = bytes(response, "userHandle"_L1);
    if (const auto fault = firstError({&reader, &credential, &response}))
        return fail(*fault);
    return signIn;
}

} // namespace plexi::protocol
