// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/token_signer.h"

#include "server/security/crypto.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
// No token of ours comes near; what is longer is not worth decoding.
constexpr qsizetype kMaxSignedToken = 2'048;

std::unexpected<Error> invalid()
{
    return fail({.code = ErrorCode::InvalidToken, .message = u"The token is not valid"_s});
}

QByteArray encoded(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(kBase64);
}

std::optional<QByteArray> decoded(const QByteArray &text)
{
    const auto result = QByteArray::fromBase64Encoding(text, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    // One spelling for each token: what does not encode to the same text was bent.
    if (!result || result.decoded.toBase64(kBase64) != text)
        return std::nullopt;
    return result.decoded;
}

std::optional<QJsonObject> signedPart(const QByteArray &text)
{
    const auto json = decoded(text);
    if (!json)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*json);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

std::optional<Timestamp> moment(const QJsonValue &value)
{
    const double seconds = value.toDouble(-1);
    if (seconds < 0 || seconds > 1e11 || std::floor(seconds) != seconds)
        return std::nullopt;
    return Timestamp{static_cast<qint64>(seconds) * 1000};
}

} // namespace

QString TokenSigner::sign(KeyPurpose purpose, TokenClaims claims) const
{
    const QByteArray &keyId = m_keys.signingKeyId();
    claims.tokenId = QString::fromLatin1(randomBytes(16).toBase64(kBase64));
    // Written out for its order, by which people know a token: it begins as every other does.
    const QByteArray header = (R"({"alg":"HS256","typ":"JWT","kid":")" + keyId + "\"}").toBase64(kBase64);
    const QByteArray payload = encoded({
        {"sub"_L1, claims.userId.toString()},
        {"sid"_L1, claims.sessionId.toString()},
        {"iat"_L1, claims.issuedAt.seconds()},
        {"exp"_L1, claims.expiresAt.seconds()},
        {"jti"_L1, claims.tokenId},
    });
    const QByteArray signedPart = header + '.' + payload;
    const QByteArray signature = hmacSha256(m_keys.key(keyId, purpose), signedPart).toBase64(kBase64);
    return QString::fromLatin1(signedPart + '.' + signature);
}

Result<TokenClaims> TokenSigner::verify(KeyPurpose purpose, const QString &token, Timestamp now) const
{
    if (token.size() > kMaxSignedToken)
        return invalid();
    const QByteArray text = token.toUtf8();
    const QList<QByteArray> parts = text.split('.');
    if (parts.size() != 3)
        return invalid();
    const auto header = signedPart(parts[0]);
    const auto signature = decoded(parts[2]);
    if (!header || !signature || header->value("alg"_L1) != "HS256"_L1)
        return invalid();
    const QByteArray key = m_keys.key(header->value("kid"_L1).toString().toUtf8(), purpose);
    if (key.isEmpty() || !equalInConstantTime(hmacSha256(key, parts[0] + '.' + parts[1]), *signature))
        return invalid();

    // Only now is it ours, and worth reading.
    const QJsonObject payload = signedPart(parts[1]).value_or(QJsonObject());
    const auto userId = UserId::fromString(payload.value("sub"_L1).toString());
    const auto sessionId = SessionId::fromString(payload.value("sid"_L1).toString());
    const auto issuedAt = moment(payload.value("iat"_L1));
    const auto expiresAt = moment(payload.value("exp"_L1));
    if (!userId || !sessionId || !issuedAt || !expiresAt)
        return invalid();
    if (now >= *expiresAt)
        return fail({.code = ErrorCode::TokenExpired, .message = u"The token has expired"_s});
    return TokenClaims{.userId = *userId,
                       .sessionId = *sessionId,
                       .issuedAt = *issuedAt,
                       .expiresAt = *expiresAt,
                       .tokenId = payload.value("jti"_L1).toString()};
}

} // namespace plexi::security
