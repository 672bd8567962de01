// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <optional>

using EVP_PKEY = struct evp_pkey_st;

namespace plexi::security {

/** What a key signs with; nothing else is accepted anywhere. */
enum class SignatureAlgorithm {
    /** ECDSA on P-256 with SHA-256. */
    Es256,
    /** RSASSA-PKCS1-v1_5 with SHA-256. */
    Rs256,
    /** Ed25519. */
    EdDsa,
};

/** Somebody else's public key, checked when it is made. Immutable, cheap to copy, thread-safe. */
class PublicKey
{
public:
    /** The coordinates of a point on P-256, 32 bytes each. Nothing where it is none. */
    static std::optional<PublicKey> es256(const QByteArray &x, const QByteArray &y);
    /** Big-endian. Nothing for less than 2048 bits, for more than 8192 (which cost time), and for odd exponents. */
    static std::optional<PublicKey> rs256(const QByteArray &modulus, const QByteArray &exponent);
    /** 32 bytes; RFC 8032. */
    static std::optional<PublicKey> edDsa(const QByteArray &key);

    SignatureAlgorithm algorithm() const { return m_algorithm; }

    /** Signatures of ES256 are in DER, as WebAuthn has them. */
    bool verifies(const QByteArray &signature, const QByteArray &data) const;

    /** What JWS has for ES256, r and s of 32 bytes each, in DER; empty for another size. RFC 7518, section 3.4. */
    static QByteArray derSignature(const QByteArray &rawSignature);

private:
    PublicKey(std::shared_ptr<EVP_PKEY> key, SignatureAlgorithm algorithm)
        : m_key(std::move(key)), m_algorithm(algorithm)
    {
    }

    std::shared_ptr<EVP_PKEY> m_key;
    SignatureAlgorithm m_algorithm;
};

} // namespace plexi::security
