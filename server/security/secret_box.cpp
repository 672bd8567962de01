// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/secret_box.h"

#include "server/security/crypto.h"
#include "server/security/octets.h"

#include <sodium.h>

namespace plexi::security {

namespace {

// What is stored: the key's id, a colon, the nonce, the ciphertext with its tag.
constexpr char kSeparator = ':';
constexpr qsizetype kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

} // namespace

QByteArray SecretBox::seal(const QByteArray &secret, const QByteArray &context) const
{
    const QByteArray &keyId = m_keys.signingKeyId();
    const QByteArray key = m_keys.key(keyId, KeyPurpose::StoredSecret);
    const QByteArray nonce = randomBytes(kNonceSize);
    QByteArray ciphertext(secret.size() + kTagSize, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char *>(ciphertext.data()), nullptr,
                                               octets(secret), octetCount(secret), octets(context), octetCount(context),
                                               nullptr, octets(nonce), octets(key));
    return keyId + kSeparator + nonce + ciphertext;
}

std::optional<QByteArray> SecretBox::open(const QByteArray &sealed, const QByteArray &context) const
{
    const qsizetype separator = sealed.indexOf(kSeparator);
    if (separator < 0 || sealed.size() < separator + 1 + kNonceSize + kTagSize)
        return std::nullopt;
    const QByteArray key = m_keys.key(sealed.first(separator), KeyPurpose::StoredSecret);
    if (key.isEmpty())
        return std::nullopt;
    const QByteArray nonce = sealed.sliced(separator + 1, kNonceSize);
    const QByteArray ciphertext = sealed.sliced(separator + 1 + kNonceSize);
    QByteArray secret(ciphertext.size() - kTagSize, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char *>(secret.data()), nullptr, nullptr,
                                                   octets(ciphertext), octetCount(ciphertext), octets(context),
                                                   octetCount(context), octets(nonce), octets(key))
        != 0)
        return std::nullopt;
    return secret;
}

QByteArray SecretBox::digest(const QByteArray &secret, const QByteArray &context) const
{
    const QByteArray key = derivedKey(m_keys.key(m_keys.signingKeyId(), KeyPurpose::StoredSecret), "digest");
    return hmacSha256(key, context + '\0' + secret);
}

} // namespace plexi::security
