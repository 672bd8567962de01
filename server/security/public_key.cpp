// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/public_key.h"

#include "server/security/octets.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace plexi::security {

namespace {

constexpr qsizetype kCoordinateSize = 32;
constexpr int kMinModulusBits = 2'048;
constexpr int kMaxModulusBits = 8'192;
constexpr qsizetype kMaxExponentSize = 8;

using BigNumber = std::unique_ptr<BIGNUM, decltype(&BN_free)>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)>;
using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

BigNumber bigNumber(const QByteArray &data)
{
    return {BN_bin2bn(octets(data), static_cast<int>(data.size()), nullptr), BN_free};
}

/** Null where OpenSSL finds that the key cannot be one, such as a point that is not on the curve. */
std::shared_ptr<EVP_PKEY> checkedKey(const char *type, OSSL_PARAM_BLD *builder)
{
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(OSSL_PARAM_BLD_to_param(builder),
                                                                             OSSL_PARAM_free);
    const Context maker(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), EVP_PKEY_CTX_free);
    EVP_PKEY *made = nullptr;
    if (!parameters || !maker || EVP_PKEY_fromdata_init(maker.get()) != 1
        || EVP_PKEY_fromdata(maker.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    std::shared_ptr<EVP_PKEY> key(made, EVP_PKEY_free);
    const Context checker(EVP_PKEY_CTX_new_from_pkey(nullptr, made, nullptr), EVP_PKEY_CTX_free);
    if (!checker || EVP_PKEY_public_check(checker.get()) != 1)
        return nullptr;
    return key;
}

} // namespace

std::optional<PublicKey> PublicKey::es256(const QByteArray &x, const QByteArray &y)
{
    if (x.size() != kCoordinateSize || y.size() != kCoordinateSize)
        return std::nullopt;
    const QByteArray point = '\x04' + x + y;
    const Builder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    if (!builder || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                            octetCount(point))
            != 1)
        return std::nullopt;
    auto key = checkedKey("EC", builder.get());
    if (!key)
        return std::nullopt;
    return PublicKey(std::move(key), SignatureAlgorithm::Es256);
}

std::optional<PublicKey> PublicKey::rs256(const QByteArray &modulus, const QByteArray &exponent)
{
    if (modulus.size() > kMaxModulusBits / 8 + 1 || exponent.size() > kMaxExponentSize)
        return std::nullopt;
    const BigNumber n = bigNumber(modulus);
    const BigNumber e = bigNumber(exponent);
    if (!n || !e || BN_num_bits(n.get()) < kMinModulusBits || BN_num_bits(n.get()) > kMaxModulusBits
        || !BN_is_odd(n.get()) || !BN_is_odd(e.get()) || BN_is_one(e.get()))
        return std::nullopt;
    const Builder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return std::nullopt;
    auto key = checkedKey("RSA", builder.get());
    if (!key)
        return std::nullopt;
    return PublicKey(std::move(key), SignatureAlgorithm::Rs256);
}

std::optional<PublicKey> PublicKey::edDsa(const QByteArray &key)
{
    // OpenSSL refuses other sizes.
    EVP_PKEY *made = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(key), octetCount(key));
    if (!made)
        return std::nullopt;
    return PublicKey(std::shared_ptr<EVP_PKEY>(made, EVP_PKEY_free), SignatureAlgorithm::EdDsa);
}

bool PublicKey::verifies(const QByteArray &signature, const QByteArray &data) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const EVP_MD *digest = m_algorithm == SignatureAlgorithm::EdDsa ? nullptr : EVP_sha256();
    // PKCS #1 v1.5 is what OpenSSL does with RSA where no padding is asked for.
    return context && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, m_key.get()) == 1
        && EVP_DigestVerify(context.get(), octets(signature), octetCount(signature), octets(data), octetCount(data))
        == 1;
}

QByteArray PublicKey::derSignature(const QByteArray &rawSignature)
{
    if (rawSignature.size() != 2 * kCoordinateSize)
        return {};
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(ECDSA_SIG_new(), ECDSA_SIG_free);
    BigNumber r = bigNumber(rawSignature.first(kCoordinateSize));
    BigNumber s = bigNumber(rawSignature.last(kCoordinateSize));
    if (!signature || !r || !s || ECDSA_SIG_set0(signature.get(), r.release(), s.release()) != 1)
        return {};
    unsigned char *encoded = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &encoded);
    QByteArray der;
    if (size > 0)
        der = QByteArray(reinterpret_cast<const char *>(encoded), size);
    OPENSSL_free(encoded);
    return der;
}

} // namespace plexi::security
