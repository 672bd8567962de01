// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/secret_box.h"
#include "shared/core/timestamp.h"

#include <QString>

namespace plexi::services {

/** What a browser carries while its person is at a provider: nothing of it is kept here. */
struct IdentityFlow {
    static constexpr qint64 kLifetimeSeconds = 600;

    QString provider;
    QString state;
    QString nonce;
    /** Ours, for the provider. */
    QString codeVerifier;
    QString redirectUri;
    bool rememberMe = false;
    /** A path of this server; empty where the answer is the tokens. */
    QString returnTo = {};
    /** Set where an app waits for the end. */
    QString appRedirectUri = {};
    QString appCodeChallenge = {};
    QString appState = {};
    Timestamp expiresAt = {};

    bool isApp() const { return !appRedirectUri.isEmpty(); }
};

/** Who somebody has proven to be; the code that an app comes with. */
struct ProvenIdentity {
    static constexpr qint64 kLifetimeSeconds = 60;

    QString provider;
    QString issuer;
    QString subject;
    QString verifiedEmail;
    QString preferredUsername;
    QString name;
    QString codeChallenge = {};
    Timestamp expiresAt = {};
};

/** Makes both of them text that only this server can read and make, and that is good for one thing. Thread-safe. */
class IdentityTickets
{
public:
    explicit IdentityTickets(security::SecretBox box) : m_box(std::move(box)) { }

    QByteArray seal(const IdentityFlow &flow) const;
    QByteArray seal(const ProvenIdentity &identity) const;

    /** Nothing for what is none of ours, or over. */
    std::optional<IdentityFlow> openFlow(const QByteArray &text, Timestamp now) const;
    std::optional<ProvenIdentity> openIdentity(const QByteArray &text, Timestamp now) const;

private:
    security::SecretBox m_box;
};

} // namespace plexi::services
