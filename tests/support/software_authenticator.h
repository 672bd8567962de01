// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace plexi::test {

/**
 * An authenticator and the browser around it, after the text of Web Authentication and RFC 9053 and with nothing of the
 * server's: it writes its CBOR by hand and signs with OpenSSL. What it says can be bent for attacks.
 */
class SoftwareAuthenticator
{
public:
    enum class Kind { Es256, Rs256, EdDsa };

    explicit SoftwareAuthenticator(Kind kind = Kind::Es256, const QByteArray &credentialId = "credential one");

    /** What the next responses say; a test changes what it wants. */
    struct Behaviour {
        QString origin = QStringLiteral("https://chat.example.com");
        QString rpId = QStringLiteral("chat.example.com");
        /** UP and UV; AT is added for registrations. */
        unsigned flags = 0x05;
        quint32 signCount = 0;
        /** Members that replace or join those of the client data. */
        QJsonObject clientData = {};
        /** Appended to the authenticator data. */
        QByteArray trailing = {};
        QByteArray format = "none";
    };
    Behaviour behaviour;

    const QByteArray &credentialId() const { return m_credentialId; }
    QByteArray coseKey() const;

    QByteArray clientData(const QByteArray &type, const QByteArray &challenge) const;
    QByteArray authenticatorData(bool withCredential) const;
    QByteArray attestationObject(const QByteArray &clientData) const;
    QByteArray sign(const QByteArray &data) const;

    /** RegistrationResponseJSON and AuthenticationResponseJSON for options as the server gives them. */
    QJsonObject registration(const QJsonObject &creationOptions);
    QJsonObject assertion(const QJsonObject &requestOptions) const;

    /** What the last registration said is the person's. */
    QByteArray userHandle;

private:
    QByteArray m_credentialId;
    Kind m_kind;
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace plexi::test
