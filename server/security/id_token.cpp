// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/id_token.h"

#include "server/security/crypto.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

using Fault = IdTokenFault;

constexpr qsizetype kMaxIdToken = 64 << 10;
constexpr qsizetype kMaxSubjectSize = 255;
constexpr qsizetype kMaxTextSize = 254;
constexpr double kClockSkew = 60;
/** A token is fetched at the moment when somebody signs in. */
constexpr double kMaxAge = 600;

std::optional<QJsonObject> idTokenPart(const QByteArray &part)
{
    const auto json = fromBase64Url(part);
    if (!json)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<SignatureAlgorithm> algorithmOf(const QJsonObject &header)
{
    const QString name = header.value("alg"_L1).toString();
    if (name == "RS256"_L1)
        return SignatureAlgorithm::Rs256;
    if (name == "ES256"_L1)
        return SignatureAlgorithm::Es256;
    return std::nullopt;
}

std::optional<Fault> signatureFault(const QList<QByteArray> &parts, const QJsonObject &header,
                                    const JsonWebKeySet &keys)
{
    const auto algorithm = algorithmOf(header);
    // RFC 7515, section 4.1.11: what is critical there and not known here makes a token void.
    if (!algorithm || header.contains("crit"_L1))
        return Fault::Algorithm;
    const QList<PublicKey> candidates = keys.find(header.value("kid"_L1).toString(), *algorithm);
    if (candidates.isEmpty())
        return Fault::UnknownKey;
    auto signature = fromBase64Url(parts[2]);
    if (!signature)
        return Fault::Malformed;
    if (*algorithm == SignatureAlgorithm::Es256)
        signature = PublicKey::derSignature(*signature);
    const QByteArray signedPart = parts[0] + '.' + parts[1];
    const bool verifies = std::ranges::any_of(
        candidates, [&](const PublicKey &key) { return key.verifies(*signature, signedPart); });
    return verifies ? std::nullopt : std::optional(Fault::Signature);
}

bool isFor(const QString &clientId, const QJsonObject &claims)
{
    const QJsonValue audience = claims.value("aud"_L1);
    const QJsonArray several = audience.toArray();
    if (audience != clientId && !several.contains(clientId))
        return false;
    // Among several, the one that it was issued to is named.
    const QJsonValue party = claims.value("azp"_L1);
    return party == clientId || (party.isUndefined() && several.size() <= 1);
}

bool isOfNow(const QJsonObject &claims, Timestamp now)
{
    const double moment = static_cast<double>(now.ms) / 1'000;
    const QJsonValue issued = claims.value("iat"_L1);
    const QJsonValue expires = claims.value("exp"_L1);
    return issued.isDouble() && expires.isDouble() && expires.toDouble() > moment - kClockSkew
        && issued.toDouble() < moment + kClockSkew && issued.toDouble() > moment - kMaxAge;
}

QString text(const QJsonObject &claims, QLatin1StringView name)
{
    return claims.value(name).toString().left(kMaxTextSize);
}

} // namespace

QLatin1StringView idTokenFaultName(IdTokenFault fault)
{
    switch (fault) {
    case Fault::Malformed:
        return "malformed"_L1;
    case Fault::Algorithm:
        return "algorithm"_L1;
    case Fault::UnknownKey:
        return "unknown key"_L1;
    case Fault::Signature:
        return "signature"_L1;
    case Fault::Issuer:
        return "issuer"_L1;
    case Fault::Audience:
        return "audience"_L1;
    case Fault::Time:
        return "time"_L1;
    case Fault::Nonce:
        return "nonce"_L1;
    }
    return {};
}

std::expected<IdToken, IdTokenFault> readIdToken(const QByteArray &token, const JsonWebKeySet &keys,
                                                 const IdTokenExpectation &expected)
{
    const QList<QByteArray> parts = token.split('.');
    if (token.size() > kMaxIdToken || parts.size() != 3)
        return std::unexpected(Fault::Malformed);
    const auto header = idTokenPart(parts[0]);
    if (!header)
        return std::unexpected(Fault::Malformed);
    if (const auto fault = signatureFault(parts, *header, keys))
        return std::unexpected(*fault);

    // Only now is it the provider's, and worth reading.
    const QJsonObject claims = idTokenPart(parts[1]).value_or(QJsonObject());
    if (claims.value("iss"_L1) != expected.issuer)
        return std::unexpected(Fault::Issuer);
    if (!isFor(expected.clientId, claims))
        return std::unexpected(Fault::Audience);
    if (!isOfNow(claims, expected.now))
        return std::unexpected(Fault::Time);
    const QByteArray nonce = claims.value("nonce"_L1).toString().toUtf8();
    if (nonce.isEmpty() || !equalInConstantTime(nonce, expected.nonce.toUtf8()))
        return std::unexpected(Fault::Nonce);
    IdToken read{.subject = claims.value("sub"_L1).toString(),
                 .verifiedEmail = {},
                 .preferredUsername = text(claims, "preferred_username"_L1),
                 .name = text(claims, "name"_L1)};
    if (read.subject.isEmpty() || read.subject.size() > kMaxSubjectSize)
        return std::unexpected(Fault::Malformed);
    if (claims.value("email_verified"_L1) == true)
        read.verifiedEmail = text(claims, "email"_L1);
    return read;
}

} // namespace plexi::security
