// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/credential_cache.h"
#include "server/security/password_hasher.h"
#include "server/security/principal.h"
#include "server/security/sign_in_throttle.h"
#include "server/security/token_signer.h"
#include "server/services/audit_service.h"
#include "server/services/second_factor_codes.h"
#include "server/store/api_keys_store.h"
#include "server/store/database.h"
#include "server/store/sessions_store.h"
#include "server/store/sign_in_steps_store.h"
#include "shared/protocol/session.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <variant>

namespace plexi::services {

/**
 * Signing in and out, and who a credential stands for. A session row is behind every token and cookie: ending the row
 * ends them all at once. Thread-safe. Coroutines need an event loop on the calling thread and resume there.
 */
class AuthService final : public security::Authenticator
{
public:
    struct Options {
        qint64 accessTokenSeconds = 1'800;
        /** Of a session that is not remembered, and of one that is: contract, section 1. */
        qint64 refreshTokenSeconds = 24 * 3'600;
        qint64 rememberedRefreshTokenSeconds = 30 * 24 * 3'600;
        /** False for load tests: wrong passwords of one account or address do not make it wait. */
        bool slowsGuessing = true;
        /** What time it is; for tests. */
        std::function<Timestamp()> clock = Timestamp::now;
    };

    /** The references are not owned and outlive the service. */
    AuthService(store::Database &database, security::PasswordHasher &hasher, const security::TokenSigner &signer,
                realtime::EventPublisher &publisher, const SecondFactorCodes &codes, const SmsCodes &smsCodes,
                const AuditService &audit, Options options);

    /** Where a session is used from. */
    struct Client {
        QHostAddress address;
        QString userAgent;
        bool rememberMe = false;
    };
    struct SignIn {
        /** A user name or an e-mail address. */
        QString login;
        QString password;
        bool rememberMe = false;
        QHostAddress address;
        QString userAgent;
        /** Looked at after the right password, where the person has a second factor. */
        std::optional<QString> mfaCode = std::nullopt;
    };
    struct SignedIn {
        protocol::Tokens tokens;
        /** The value for `plexichat_session`. A secret: never log it. */
        QByteArray cookie;
        /** Seconds; nothing for a cookie that ends with the browser. */
        std::optional<qint64> cookieMaxAge;
    };

    using SignInOutcome = std::variant<SignedIn, protocol::MfaRequired>;
    /**
     * InvalidCredentials for an unknown name, a wrong password and a deactivated account alike, at the same cost, and
     * for a wrong code; RateLimitExceeded after many failures from that address, or many wrong codes of the account.
     * Who has a telephone and no authenticator is sent a code; where that fails, sendCode() says why.
     */
    QCoro::Task<Result<SignInOutcome>> signIn(SignIn request);

    struct SecondStep {
        protocol::MfaVerification verification;
        /** Its rememberMe is that of the first step, whatever it says. */
        Client client;
    };
    /**
     * Ends a sign-in that needs a code. InvalidToken and TokenExpired for the temp_token, which is good for one success
     * or five wrong codes; ValidationError for a method that the person has not; InvalidCredentials for a wrong code;
     * RateLimitExceeded after many, across all temp_tokens of the account.
     */
    QCoro::Task<Result<SignedIn>> finishSignIn(SecondStep request);

    /**
     * Sends a code to the person's telephone, for a sign-in that waits for one. InvalidToken and TokenExpired for the
     * temp_token; ValidationError for a person without a telephone; RateLimitExceeded, ServiceUnavailable.
     */
    QCoro::Task<Result<protocol::CodeSent>> sendCode(QString tempToken, QHostAddress address);

    /**
     * A session for a person whose identity has been proven, on the writer's thread: the end of every way of signing
     * in. InvalidCredentials where the account is deactivated.
     */
    Result<SignedIn> startSession(store::WriteTransaction &transaction, const Client &client, UserId user);

    /**
     * Writes down that somebody failed to sign in: as @p user, where that is known. @p reason is a word of ours, such as
     * "passkey". What is written is on disk afterwards; failing to write it changes nothing for who is refused.
     */
    QCoro::Task<> recordFailure(AuditOrigin origin, std::optional<UserId> user, QString reason, bool isLocked = false);

    /** Ends the caller's session and closes its sockets. InsufficientPermissions for an API key, which has none. */
    QCoro::Task<Result<>> signOut(security::Principal caller);

    /**
     * New tokens for a refresh token, which is used up by it. InvalidToken or TokenExpired. Presenting one that was
     * used before ends the session: either the thief or the owner came second, and nobody can tell which.
     */
    QCoro::Task<Result<protocol::Tokens>> refresh(QString refreshToken, QHostAddress address = {});

    /** The session of a refresh token that this server has signed, used up or not; nothing for any other text. */
    std::optional<SessionId> sessionOf(const QString &refreshToken) const;

    /** Proves again who the caller is. InvalidCredentials, RateLimitExceeded. */
    QCoro::Task<Result<>> reauthenticate(security::Principal caller, QString password, QHostAddress address);
    /** The same by a code; InvalidCredentials where the caller has no second factor. */
    QCoro::Task<Result<>> reauthenticateByCode(security::Principal caller, QString code);

    /**
     * Whether @p password is the caller's; the hash that it matched. InvalidCredentials, RateLimitExceeded; API keys
     * cannot ask.
     */
    QCoro::Task<Result<QString>> checkPassword(security::Principal caller, QString password, QHostAddress address);

    Result<security::Principal> authenticate(const security::Credential &credential) override;
    Result<> requireRecentProof(const security::Principal &caller) override;

private:
    struct Issued {
        protocol::Tokens tokens;
        QByteArray refreshHash;
        Timestamp refreshExpiresAt;
    };

    Issued issue(UserId user, SessionId session, bool isRemembered, Timestamp now) const;
    /** What follows a right password. As with SecondFactorCodes::check(), the inner result is the answer. */
    Result<Result<SignInOutcome>> afterPassword(store::WriteTransaction &transaction, const SignIn &request,
                                                UserId user, const QString &verifiedHash);
    Result<protocol::MfaRequired> beginSecondStep(store::WriteTransaction &transaction, UserId user,
                                                  const QString &verifiedHash, bool rememberMe,
                                                  const QList<protocol::SecondFactor> &methods);
    Result<store::sign_in_steps::Row> currentStep(store::Connection &connection,
                                                  const security::TokenClaims &claims) const;
    Result<SmsCodes::Message> issueCode(store::WriteTransaction &transaction, const security::TokenClaims &claims,
                                        const QHostAddress &address);
    Result<Result<SignedIn>> takeSecondStep(store::WriteTransaction &transaction, const security::TokenClaims &claims,
                                            const SecondStep &request);
    /** Nothing where the token had been used before; the session is then gone. */
    Result<std::optional<protocol::Tokens>> rotate(store::WriteTransaction &transaction,
                                                   const security::TokenClaims &claims, const QByteArray &presentedHash,
                                                   const QHostAddress &address);
    /** A wrong code, and the lock that it may have led to. */
    Result<> recordWrongCode(store::WriteTransaction &transaction, const AuditOrigin &origin, UserId user,
                             const Error &refusal) const;
    Result<> endSession(store::WriteTransaction &transaction, SessionId session, const AuditOrigin &origin,
                        QLatin1StringView action);

    /** What was found out about a credential, and for how long that may be remembered. */
    struct Authenticated {
        security::Principal principal;
        Timestamp until;
    };
    Result<Authenticated> authenticateToken(const QString &token);
    Result<Authenticated> authenticateCookie(const QString &value);
    Result<Authenticated> authenticateKey(const QString &key);
    Result<Authenticated> authenticateSession(const Result<std::optional<store::sessions::Caller>> &found,
                                              security::Credential::Kind kind);

    /** Keeps that a session or key was used, at most once a minute; nobody waits for it. When that is due again. */
    Timestamp recordUse(qint64 id, std::optional<Timestamp> lastUsedAt,
                        std::function<Result<>(store::Connection &, Timestamp)> write);

    store::Database &m_database;
    security::PasswordHasher &m_hasher;
    const security::TokenSigner &m_signer;
    realtime::EventPublisher &m_publisher;
    const SecondFactorCodes &m_codes;
    const SmsCodes &m_smsCodes;
    const AuditService &m_audit;
    const Options m_options;
    security::SignInThrottle m_throttle;
    security::CredentialCache m_cache;
    QMutex m_usesMutex;
    /** Uses on their way to the store, so that a burst of requests writes once. */
    QHash<qint64, Timestamp> m_recordedUses;
};

} // namespace plexi::services
