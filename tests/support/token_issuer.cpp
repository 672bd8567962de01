// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/token_issuer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray encoded(const QJsonObject &object)
{
    return base64(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/** r and s side by side, where OpenSSL has DER. */
QByteArray rawSignature(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(d2i_ECDSA_SIG(nullptr, &bytes, der.size()),
                                                                          ECDSA_SIG_free);
    QByteArray raw(64, '\0');
    auto *out = reinterpret_cast<unsigned char *>(raw.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + 32, 32);
    return raw;
}

} // namespace

TokenIssuer::TokenIssuer(QString keyId, EVP_PKEY *key, bool isRsa)
    : m_keyId(std::move(keyId)), m_key(key, EVP_PKEY_free), m_isRsa(isRsa)
{
}

TokenIssuer TokenIssuer::rs256(const QString &keyId)
{
    return {keyId, EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t{2048}), true};
}

TokenIssuer TokenIssuer::es256(const QString &keyId)
{
    return {keyId, EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), false};
}

QByteArray TokenIssuer::number(const char *parameter) const
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(m_key.get(), parameter, &value);
    QByteArray bytes(m_isRsa ? BN_num_bytes(value) : 32, '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(value);
    return bytes;
}

QJsonObject TokenIssuer::publicKey() const
{
    const auto text = [this](const char *parameter) {
        return QString::fromLatin1(base64(number(parameter)));
    };
    QJsonObject key{{"kid"_L1, m_keyId}, {"use"_L1, "sig"_L1}, {"kty"_L1, m_isRsa ? "RSA"_L1 : "EC"_L1}};
    if (m_isRsa) {
        key.insert("n"_L1, text(OSSL_PKEY_PARAM_RSA_N));
        key.insert("e"_L1, text(OSSL_PKEY_PARAM_RSA_E));
    } else {
        key.insert("crv"_L1, "P-256"_L1);
        key.insert("x"_L1, text(OSSL_PKEY_PARAM_EC_PUB_X));
        key.insert("y"_L1, text(OSSL_PKEY_PARAM_EC_PUB_Y));
    }
    return key;
}

QByteArray TokenIssuer::signature(const QByteArray &data) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto *bytes = reinterpret_cast<const unsigned char *>(data.constData());
    const auto size = static_cast<size_t>(data.size());
    size_t length = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
    EVP_DigestSign(context.get(), nullptr, &length, bytes, size);
    QByteArray made(static_cast<qsizetype>(length), '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(made.data()), &length, bytes, size);
    made.truncate(static_cast<qsizetype>(length));
    return m_isRsa ? made : rawSignature(made);
}

QByteArray TokenIssuer::sign(const QJsonObject &claims) const
{
    return sign({{"alg"_L1, m_isRsa ? "RS256"_L1 : "ES256"_L1}, {"kid"_L1, m_keyId}}, claims);
}

QByteArray TokenIssuer::sign(const QJsonObject &header, const QJsonObject &claims) const
{
    const QByteArray signedPart = encoded(header) + '.' + encoded(claims);
    return signedPart + '.' + base64(signature(signedPart));
}

QByteArray TokenIssuer::keySet(const QList<TokenIssuer> &issuers)
{
    QJsonArray keys;
    for (const TokenIssuer &issuer : issuers)
        keys.append(issuer.publicKey());
    return QJsonDocument(QJsonObject{{"keys"_L1, keys}}).toJson(QJsonDocument::Compact);
}

} // namespace plexi::test
