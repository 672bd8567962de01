// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace plexi::test {

/** A key that signs tokens (JWS, compact) as somebody else's server would, rightly or wrongly. */
class TokenIssuer
{
public:
    static TokenIssuer rs256(const QString &keyId);
    static TokenIssuer es256(const QString &keyId);

    /** The public half, as a JSON Web Key. */
    QJsonObject publicKey() const;
    /** With this key's own `alg` and `kid`. */
    QByteArray sign(const QJsonObject &claims) const;
    /** With any header: what it says of the algorithm need not be true. */
    QByteArray sign(const QJsonObject &header, const QJsonObject &claims) const;
    /** {"keys": […]} */
    static QByteArray keySet(const QList<TokenIssuer> &issuers);

private:
    TokenIssuer(QString keyId, EVP_PKEY *key, bool isRsa);
    QByteArray signature(const QByteArray &data) const;
    QByteArray number(const char *parameter) const;

    QString m_keyId;
    std::shared_ptr<EVP_PKEY> m_key;
    bool m_isRsa;
};

} // namespace plexi::test
