// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/software_authenticator.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/** RFC 8949: a head of major type @p major with @p value in its shortest form. */
QByteArray head(int major, qsizetype value)
{
    const auto first = [major](int low) {
        return QByteArray(1, static_cast<char>(major << 5 | low));
    };
    if (value < 24)
        return first(static_cast<int>(value));
    if (value < 256)
        return first(24) + static_cast<char>(value);
    return first(25) + static_cast<char>(value >> 8) + static_cast<char>(value & 0xff);
}

QByteArray integer(int value)
{
    return value < 0 ? head(1, -1 - value) : head(0, value);
}

QByteArray byteString(const QByteArray &bytes)
{
    return head(2, bytes.size()) + bytes;
}

QByteArray text(const QByteArray &characters)
{
    return head(3, characters.size()) + characters;
}

QByteArray number(const EVP_PKEY *key, const char *name, qsizetype size)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &value) != 1)
        qFatal("the key has no %s", name);
    QByteArray bytes(size > 0 ? size : BN_num_bytes(value), '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(value);
    return bytes;
}

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

} // namespace

SoftwareAuthenticator::SoftwareAuthenticator(Kind kind, const QByteArray &credentialId)
    : m_credentialId(credentialId), m_kind(kind)
{
    EVP_PKEY *key = nullptr;
    switch (kind) {
    case Kind::Es256:
        key = EVP_EC_gen("P-256");
        break;
    case Kind::Rs256:
        key = EVP_RSA_gen(2048);
        break;
    case Kind::EdDsa:
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
        break;
    }
    m_key.reset(key, EVP_PKEY_free);
}

QByteArray SoftwareAuthenticator::coseKey() const
{
    const EVP_PKEY *key = m_key.get();
    if (m_kind == Kind::Rs256) {
        return head(5, 4) + integer(1) + integer(3) + integer(3) + integer(-257) + integer(-1)
            + byteString(number(key, OSSL_PKEY_PARAM_RSA_N, 0)) + integer(-2)
            + byteString(number(key, OSSL_PKEY_PARAM_RSA_E, 0));
    }
    if (m_kind == Kind::EdDsa) {
        QByteArray raw(32, '\0');
        size_t size = 32;
        EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char *>(raw.data()), &size);
        return head(5, 4) + integer(1) + integer(1) + integer(3) + integer(-8) + integer(-1) + integer(6) + integer(-2)
            + byteString(raw);
    }
    return head(5, 5) + integer(1) + integer(2) + integer(3) + integer(-7) + integer(-1) + integer(1) + integer(-2)
        + byteString(number(key, OSSL_PKEY_PARAM_EC_PUB_X, 32)) + integer(-3)
        + byteString(number(key, OSSL_PKEY_PARAM_EC_PUB_Y, 32));
}

QByteArray SoftwareAuthenticator::clientData(const QByteArray &type, const QByteArray &challenge) const
{
    QJsonObject data{{"type"_L1, QString::fromLatin1(type)},
                     {"challenge"_L1, QString::fromLatin1(challenge.toBase64(kBase64))},
                     {"origin"_L1, behaviour.origin},
                     {"crossOrigin"_L1, false}};
    for (auto member = behaviour.clientData.begin(); member != behaviour.clientData.end(); ++member)
        data.insert(member.key(), member.value());
    return QJsonDocument(data).toJson(QJsonDocument::Compact);
}

QByteArray SoftwareAuthenticator::authenticatorData(bool withCredential) const
{
    QByteArray count(4, '\0');
    qToBigEndian(behaviour.signCount, count.data());
    const unsigned flags = behaviour.flags | (withCredential ? 0x40U : 0U);
    QByteArray data = sha256(behaviour.rpId.toUtf8()) + static_cast<char>(flags) + count;
    if (withCredential) {
        QByteArray size(2, '\0');
        qToBigEndian(static_cast<quint16>(m_credentialId.size()), size.data());
        data += QByteArray(16, '\0') + size + m_credentialId + coseKey();
    }
    return data + behaviour.trailing;
}

QByteArray SoftwareAuthenticator::attestationObject(const QByteArray &clientData) const
{
    const QByteArray data = authenticatorData(true);
    QByteArray statement = head(5, 0);
    if (behaviour.format == "packed")
        statement = head(5, 2) + text("alg") + integer(-7) + text("sig") + byteString(sign(data + sha256(clientData)));
    return head(5, 3) + text("fmt") + text(behaviour.format) + text("attStmt") + statement + text("authData")
        + byteString(data);
}

QByteArray SoftwareAuthenticator::sign(const QByteArray &data) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto *input = reinterpret_cast<const unsigned char *>(data.constData());
    const auto inputSize = static_cast<size_t>(data.size());
    size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, m_kind == Kind::EdDsa ? nullptr : EVP_sha256(), nullptr, m_key.get());
    EVP_DigestSign(context.get(), nullptr, &size, input, inputSize);
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, input, inputSize)
        != 1)
        qFatal("the authenticator cannot sign");
    signature.resize(static_cast<qsizetype>(size));
    return signature;
}

QJsonObject SoftwareAuthenticator::registration(const QJsonObject &options)
{
    const auto decoded = [](const QJsonValue &value) {
        return QByteArray::fromBase64(value.toString().toLatin1(), kBase64);
    };
    userHandle = decoded(options["user"_L1]["id"_L1]);
    const QByteArray data = clientData("webauthn.create", decoded(options["challenge"_L1]));
    const QString id = QString::fromLatin1(m_credentialId.toBase64(kBase64));
    return {{"id"_L1, id},
            {"rawId"_L1, id},
            {"type"_L1, "public-key"_L1},
            {"clientExtensionResults"_L1, QJsonObject()},
            {"response"_L1,
             QJsonObject{{"clientDataJSON"_L1, QString::fromLatin1(data.toBase64(kBase64))},
                         {"attestationObject"_L1, QString::fromLatin1(attestationObject(data).toBase64(kBase64))}}}};
}

QJsonObject SoftwareAuthenticator::assertion(const QJsonObject &options) const
{
    const QByteArray challenge = QByteArray::fromBase64(options["challenge"_L1].toString().toLatin1(), kBase64);
    const QByteArray data = clientData("webauthn.get", challenge);
    const QByteArray authenticator = authenticatorData(false);
    const auto text = [](const QByteArray &bytes) {
        return QString::fromLatin1(bytes.toBase64(kBase64));
    };
    return {{"id"_L1, text(m_credentialId)},
            {"rawId"_L1, text(m_credentialId)},
            {"type"_L1, "public-key"_L1},
            {"response"_L1,
             QJsonObject{{"clientDataJSON"_L1, text(data)},
                         {"authenticatorData"_L1, text(authenticator)},
                         {"signature"_L1, text(sign(authenticator + sha256(data)))},
                         {"userHandle"_L1, text(userHandle)}}}};
}

} // namespace plexi::test
