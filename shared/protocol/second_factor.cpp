// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/second_factor.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr std::array kMethods{
    std::pair{SecondFactor::Totp, "totp"_L1},
    std::pair{SecondFactor::Sms, "sms"_L1},
    std::pair{SecondFactor::RecoveryCode, "recovery_code"_L1},
};

QJsonArray names(const QList<SecondFactor> &methods)
{
    QJsonArray array;
    for (const SecondFactor method : methods)
        array.append(secondFactorName(method));
    return array;
}

Schema methodSchema()
{
    QStringList known;
    for (const auto &[method, name] : kMethods)
        known.append(name);
    return Schema::names(known);
}

} // namespace

QLatin1StringView secondFactorName(SecondFactor method)
{
    for (const auto &[known, name] : kMethods) {
        if (known == method)
            return name;
    }
    return {};
}

std::optional<SecondFactor> secondFactorFromName(QStringView name)
{
    for (const auto &[method, known] : kMethods) {
        if (known == name)
            return method;
    }
    return std::nullopt;
}

QJsonObject MfaRequired::toJson() const
{
    return {
        {"error"_L1, "mfa_required"_L1},
        {"message"_L1, "Multi-factor authentication required"_L1},
        {"mfa_methods"_L1, names(methods)},
        {"temp_token"_L1, tempToken},
    };
}

Result<MfaRequired> MfaRequired::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    MfaRequired required;
    for (const QString &name : reader.strings("mfa_methods"_L1)) {
        // A newer server may know more.
        if (const auto method = secondFactorFromName(name))
            required.methods.append(*method);
    }
    required.tempToken = reader.string("temp_token"_L1, {.min = 1});
    if (reader.string("error"_L1) != "mfa_required"_L1)
        reader.addFault("error"_L1, u"Must be mfa_required"_s);
    if (const auto fault = reader.error())
        return fail(*fault);
    return required;
}

Schema MfaRequired::schema()
{
    return Schema::object("MfaRequired"_L1)
        .with("error"_L1, Schema::names({"mfa_required"_L1}))
        .with("message"_L1, Schema::string())
        .with("mfa_methods"_L1, Schema::array(methodSchema()))
        .with("temp_token"_L1, Schema::string());
}

QJsonObject MfaVerification::toJson() const
{
    return {{"temp_token"_L1, tempToken}, {"mfa_code"_L1, mfaCode}, {"method"_L1, secondFactorName(method)}};
}

Result<MfaVerification> MfaVerification::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    MfaVerification verification{
        .tempToken = reader.string("temp_token"_L1, {.min = 1, .max = 4'096}),
        .mfaCode = reader.string("mfa_code"_L1, {.min = 1, .max = kMaxMfaCodeSize}),
    };
    const QString name = reader.optionalString("method"_L1).value_or(QString());
    if (const auto method = secondFactorFromName(name))
        verification.method = *method;
    else if (reader.has("method"_L1))
        reader.addFault("method"_L1, u"Must be totp, recovery_code or sms"_s);
    if (const auto fault = reader.error())
        return fail(*fault);
    return verification;
}

Schema MfaVerification::schema()
{
    return Schema::object("MfaVerification"_L1)
        .with("temp_token"_L1, Schema::string({.min = 1, .max = 4'096}))
        .with("mfa_code"_L1, Schema::string({.min = 1, .max = kMaxMfaCodeSize}))
        .with("method"_L1, methodSchema().optional());
}

QJsonObject TotpEnrolment::toJson() const
{
    return {{"secret"_L1, secret}, {"otpauth_uri"_L1, otpauthUri}};
}

Result<TotpEnrolment> TotpEnrolment::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    TotpEnrolment enrolment{
        .secret = reader.string("secret"_L1),
        .otpauthUri = reader.string("otpauth_uri"_L1),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return enrolment;
}

Schema TotpEnrolment::schema()
{
    return Schema::object("TotpEnrolment"_L1)
        .with("secret"_L1, Schema::string().about("Base32, to be typed"_L1))
        .with("otpauth_uri"_L1, Schema::string().about("For a QR code"_L1));
}

QJsonObject CodeSent::toJson() const
{
    return {{"phone_number"_L1, phoneNumber}, {"expires_at"_L1, expiresAt.toIso()}};
}

Schema CodeSent::schema()
{
    return Schema::object("CodeSent"_L1)
        .with("phone_number"_L1, Schema::string().about("Its last digits"_L1).example(QStringLiteral("•••••••••89")))
        .with("expires_at"_L1, Schema::timestamp());
}

QJsonObject SecondFactors::toJson() const
{
    const QJsonObject sms{{"is_available"_L1, isSmsAvailable},
                          {"is_enabled"_L1, smsSince.has_value()},
                          {"confirmed_at"_L1, isoOrNull(smsSince)},
                          {"phone_number"_L1, nullable(phoneNumber, [](const QString &number) { return number; })}};
    const QJsonObject totp{{"is_enabled"_L1, totpSince.has_value()}, {"confirmed_at"_L1, isoOrNull(totpSince)}};
    return {
        {"mfa_methods"_L1, names(methods)},
        {"totp"_L1, totp},
        {"sms"_L1, sms},
        {"recovery_codes_left"_L1, recoveryCodesLeft},
        {"passkeys"_L1, passkeys},
    };
}

Result<SecondFactors> SecondFactors::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    SecondFactors factors{
        .methods = {},
        .totpSince = {},
        .smsSince = {},
        .phoneNumber = {},
        .recoveryCodesLeft = reader.integer("recovery_codes_left"_L1, 0, JsonReader::kMaxCount),
        .passkeys = reader.optionalInteger("passkeys"_L1, 0, JsonReader::kMaxCount).value_or(0),
    };
    // A method that this program does not know is none that it can ask for.
    for (const QString &name : reader.strings("mfa_methods"_L1)) {
        if (const auto method = secondFactorFromName(name))
            factors.methods.append(*method);
    }
    JsonReader totp(reader.object("totp"_L1), u"totp"_s);
    factors.totpSince = totp.optionalTimestamp("confirmed_at"_L1);
    JsonReader sms(reader.object("sms"_L1), u"sms"_s);
    factors.isSmsAvailable = sms.boolean("is_available"_L1);
    factors.smsSince = sms.optionalTimestamp("confirmed_at"_L1);
    factors.phoneNumber = sms.optionalString("phone_number"_L1);
    for (const JsonReader *part : {&reader, &totp, &sms}) {
        if (const auto fault = part->error())
            return fail(*fault);
    }
    return factors;
}

Schema SecondFactors::schema()
{
    const Schema totp =
        Schema::object().with("is_enabled"_L1, Schema::boolean()).with("confirmed_at"_L1, Schema::timestamp().orNull());
    const Schema sms = Schema::object()
                           .with("is_available"_L1, Schema::boolean().about("Whether this server sends messages"_L1))
                           .with("is_enabled"_L1, Schema::boolean())
                           .with("confirmed_at"_L1, Schema::timestamp().orNull())
                           .with("phone_number"_L1, Schema::string().orNull());
    return Schema::object("SecondFactors"_L1)
        .with("mfa_methods"_L1, Schema::array(methodSchema()))
        .with("totp"_L1, totp)
        .with("sms"_L1, sms)
        .with("recovery_codes_left"_L1, Schema::integer())
        .with("passkeys"_L1, Schema::integer());
}

} // namespace plexi::protocol
