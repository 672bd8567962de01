// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/auth_service.h"
#include "server/services/identity_tickets.h"
#include "server/services/open_id_provider.h"
#include "server/services/users_service.h"
#include "server/store/identities_store.h"
#include "shared/protocol/identity.h"

#include <memory>
#include <vector>

namespace plexi::services {

namespace audit_action {
/** The detail names the provider. */
inline constexpr QLatin1StringView kIdentityLinked{"identity.linked"};
inline constexpr QLatin1StringView kIdentityRemoved{"identity.removed"};
} // namespace audit_action

/**
 * Signing in at OpenID providers (contract, section 9). An identity is the pair of issuer and subject and nothing else;
 * it is linked by somebody who is signed in, or with the account that is made for it. The provider has verified the
 * person, so no code of ours is asked for. Thread-safe. Coroutines need an event loop on the calling thread and resume
 * there.
 */
class IdentitiesService
{
public:
    static constexpr qsizetype kMaxIdentitiesPerPerson = 20;

    /** Not owned; they outlive the service. */
    struct Parts {
        store::Database &database;
        AuthService &auth;
        UsersService &users;
        const AuditService &audit;
        outgoing::OutgoingClient &client;
    };
    struct Options {
        QList<OpenIdProvider::Settings> providers;
        /** Whoever signs in for the first time gets an account; else where the provider's settings say so. */
        bool isRegistrationOpen = false;
        std::function<Timestamp()> clock = Timestamp::now;
    };
    IdentitiesService(const Parts &parts, security::SecretBox box, Options options);

    QList<protocol::IdentityProvider> providers() const;

    struct Start {
        QString provider;
        /** Where the provider sends the browser back to. */
        QString callbackUrl;
        bool rememberMe = false;
        /** Empty, or a path of this server. */
        QString returnTo = {};
        /** The three of an app (RFC 8252, section 7.3): http on a literal of loopback, S256, and whatever it likes. */
        QString appRedirectUri = {};
        QString appCodeChallenge = {};
        QString appState = {};
    };
    struct Departure {
        QUrl target;
        /** What the browser is to bring back. A secret. */
        QByteArray flow;
    };
    /** NotFound for the provider, ValidationError, ServiceUnavailable. */
    QCoro::Task<Result<Departure>> start(Start request);

    /** What the browser comes back with. */
    struct Return {
        QString provider;
        QByteArray flow;
        QString state;
        std::optional<QString> code;
        /** RFC 9207. */
        std::optional<QString> issuer;
    };
    struct BrowserSignIn {
        AuthService::SignedIn signedIn;
        QString returnTo;
    };
    /** A browser is signed in; an app's is sent on to it, also where something went wrong. */
    using Arrival = std::variant<BrowserSignIn, QUrl>;
    /**
     * InvalidCredentials for everything that proves nothing; InsufficientPermissions for an identity that has no account
     * and gets none.
     */
    QCoro::Task<Result<Arrival>> arrive(Return request, AuthService::Client client);

    /** Ends an app's sign-in. Errors as for arrive(). */
    QCoro::Task<Result<AuthService::SignedIn>> signIn(protocol::IdentityProof proof, AuthService::Client client);

    /** Needs a recent proof. Conflict for an identity that somebody has, and for one too many. */
    QCoro::Task<Result<protocol::Identity>> link(security::Principal caller, protocol::IdentityProof proof);
    /** Newest first. API keys cannot look. */
    Result<QList<protocol::Identity>> list(const security::Principal &caller);
    /** Needs a recent proof. NotFound; Conflict for the only way in to the account. */
    QCoro::Task<Result<>> unlink(security::Principal caller, IdentityId id);

private:
    OpenIdProvider *find(const QString &name) const;
    protocol::Identity shown(const store::identities::Row &row) const;

    /** Marks a state or a code as used. InvalidCredentials where it was. */
    Result<> useOnce(store::Connection &connection, const QByteArray &secret, Timestamp expiresAt) const;
    QCoro::Task<Result<ProvenIdentity>> prove(OpenIdProvider *provider, IdentityFlow flow, Return request);
    Result<ProvenIdentity> openProof(const protocol::IdentityProof &proof) const;
    Result<AuthService::SignedIn> finish(store::WriteTransaction &transaction, const ProvenIdentity &identity,
                                         const AuthService::Client &client);
    Result<protocol::Identity> insert(store::WriteTransaction &transaction, const ProvenIdentity &identity, UserId user,
                                      const AuditOrigin &origin);
    Result<> remove(store::WriteTransaction &transaction, IdentityId id, UserId user, const AuditOrigin &origin);

    const Parts d;
    const IdentityTickets m_tickets;
    const Options m_options;
    std::vector<std::unique_ptr<OpenIdProvider>> m_providers;
};

} // namespace plexi::services
