// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/crypto.h"

#include "server/security/octets.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <sodium.h>

#include <cmath>
#include <memory>

namespace plexi::security {

namespace {

constexpr qsizetype kDigestSize = 32;

} // namespace

QByteArray randomBytes(qsizetype count)
{
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("libsodium found no source of randomness");
    QByteArray made(count, Qt::Uninitialized);
    randombytes_buf(made.data(), static_cast<size_t>(count));
    return made;
}

QByteArray base62(const QByteArray &number)
{
    constexpr char kDigits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const auto length = static_cast<qsizetype>(std::ceil(double(number.size()) * 8 / std::log2(62)));
    QByteArray text(length, '0');
    QByteArray rest = number;
    // Long division by 62, least significant digit first.
    for (qsizetype digit = length - 1; digit >= 0; --digit) {
        unsigned remainder = 0;
        for (char &byte : rest) {
            const unsigned value = remainder * 256 + static_cast<unsigned char>(byte);
            byte = static_cast<char>(value / 62);
            remainder = value % 62;
        }
        text[digit] = kDigits[remainder];
    }
    return text;
}

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    const auto result = QByteArray::fromBase64Encoding(
        text, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    // One spelling for each value: what does not encode to the same text was bent.
    if (!result || toBase64Url(result.decoded) != text)
        return std::nullopt;
    return result.decoded;
}

QByteArray sha256(QByteArrayView data)
{
    QByteArray digest(kDigestSize, Qt::Uninitialized);
    if (EVP_Digest(data.data(), static_cast<size_t>(data.size()), mutableOctets(digest), nullptr, EVP_sha256(), nullptr)
        != 1)
        qFatal("OpenSSL cannot compute SHA-256");
    return digest;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    QByteArray digest(kDigestSize, Qt::Uninitialized);
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), octets(data), octetCount(data),
              mutableOctets(digest), nullptr))
        qFatal("OpenSSL cannot compute HMAC-SHA256");
    return digest;
}

QByteArray derivedKey(QByteArrayView key, QByteArrayView purpose)
{
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr), EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(EVP_KDF_CTX_new(kdf.get()),
                                                                            EVP_KDF_CTX_free);
    // OpenSSL takes parameters as pointers to non-const, and only reads them.
    const auto octets = [](const char *name, QByteArrayView value) {
        return OSSL_PARAM_construct_octet_string(name, const_cast<char *>(value.data()),
                                                 static_cast<size_t>(value.size()));
    };
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        octets(OSSL_KDF_PARAM_KEY, key),
        octets(OSSL_KDF_PARAM_SALT, "plexichat"),
        octets(OSSL_KDF_PARAM_INFO, purpose),
        OSSL_PARAM_construct_end(),
    };
    QByteArray derived(kDigestSize, Qt::Uninitialized);
    if (!context || EVP_KDF_derive(context.get(), mutableOctets(derived), size_t(kDigestSize), parameters) != 1)
        qFatal("OpenSSL cannot derive a key with HKDF");
    return derived;
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), static_cast<size_t>(a.size())) == 0;
}

} // namespace plexi::security
