// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/challenges.h"
#include "server/security/webauthn.h"
#include "server/services/auth_service.h"
#include "server/store/passkeys_store.h"
#include "shared/protocol/passkey.h"

#include <QUrl>

namespace plexi::services {

/**
 * Passkeys: registering, and signing in with nothing else. The authenticator has the key and has verified the person,
 * which is two factors, so no other code is asked for. ServiceUnavailable without a public_url that has a domain name:
 * browsers bind passkeys to it. Thread-safe. Coroutines need an event loop on the calling thread and resume there.
 */
class PasskeysService
{
public:
    static constexpr qsizetype kMaxPasskeysPerPerson = 50;

    /** The references are not owned and outlive the service. */
    PasskeysService(store::Database &database, AuthService &auth, const AuditService &audit,
                    security::Challenges challenges, const QUrl &publicUrl,
                    std::function<Timestamp()> clock = Timestamp::now);

    /** A PublicKeyCredentialCreationOptionsJSON. Needs a recent proof of who the caller is. */
    Result<QJsonObject> creationOptions(const security::Principal &caller);
    /** ValidationError says what is wrong; Conflict for a credential that is registered, or one passkey too many. */
    QCoro::Task<Result<protocol::Passkey>> add(security::Principal caller, protocol::NewPasskey passkey);
    /** Newest first. API keys cannot look. */
    Result<QList<protocol::Passkey>> list(const security::Principal &caller);
    /** Needs a recent proof. NotFound where the caller has no such passkey. */
    QCoro::Task<Result<>> remove(security::Principal caller, PasskeyId id);

    /** A PublicKeyCredentialRequestOptionsJSON, for whoever has a passkey here. */
    Result<QJsonObject> requestOptions();
    /** InvalidCredentials for everything that is wrong, alike. */
    QCoro::Task<Result<AuthService::SignedIn>> signIn(protocol::PasskeySignIn request, AuthService::Client client);

private:
    Result<> requirePublicUrl() const;
    Result<protocol::Passkey> insert(store::Connection &connection, store::passkeys::Row row,
                                     const QByteArray &challenge, Timestamp challengeEnds) const;
    Result<AuthService::SignedIn> finish(store::WriteTransaction &transaction, const protocol::PasskeySignIn &request,
                                         const AuthService::Client &client);

    store::Database &m_database;
    AuthService &m_auth;
    const AuditService &m_audit;
    const security::Challenges m_challenges;
    /** Empty where passkeys cannot be. */
    security::webauthn::RelyingParty m_party;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
