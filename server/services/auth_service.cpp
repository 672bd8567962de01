// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/auth_service.h"

#include "server/security/crypto.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace sessions = store::sessions;
namespace users = store::users;
using security::KeyPurpose;
using security::Principal;
using store::WriteTransaction;

namespace {

// Contract, section 9: sudo mode.
constexpr qint64 kProofSeconds = qint64{15} * 60;
constexpr qsizetype kMaxUserAgentSize = 300;

std::unexpected<Error> invalidCredentials()
{
    return fail({.code = ErrorCode::InvalidCredentials, .message = u"The user name or the password is wrong"_s});
}

std::unexpected<Error> invalidRefreshToken()
{
    return fail({.code = ErrorCode::InvalidToken, .message = u"The refresh token is not valid"_s});
}

} // namespace

AuthService::AuthService(store::Database &database, security::PasswordHasher &hasher,
                         const security::TokenSigner &signer, realtime::EventPublisher &publisher,
                         const SecondFactorCodes &codes, const SmsCodes &smsCodes, const AuditService &audit,
                         Options options)
    : m_database(database), m_hasher(hasher), m_signer(signer), m_publisher(publisher), m_codes(codes),
      m_smsCodes(smsCodes), m_audit(audit), m_options(std::move(options)), m_throttle(m_options.slowsGuessing)
{
}

QCoro::Task<Result<AuthService::SignInOutcome>> AuthService::signIn(SignIn request)
{
    if (const auto admitted = m_throttle.admit(request.login, request.address, m_options.clock()); !admitted)
        co_return fail(admitted.error());
    const auto found = users::findByLogin(m_database.reader(), request.login);
    if (!found)
        co_return fail(found.error());
    const std::optional<users::Row> &user = *found;
    // An unknown name costs a hash too: else the time of the answer would tell which names there are.
    const QString hash = user ? user->passwordHash : security::PasswordHasher::unmatchableHash();
    const Result<bool> matches = co_await m_hasher.verify(request.password, hash);
    if (!matches || *matches)
        m_throttle.pardon(request.login, request.address, m_options.clock());
    else
        m_throttle.blame(request.login, request.address, m_options.clock());
    if (!matches)
        co_return fail(matches.error());
    if (!*matches || !user || !user->isActive) {
        const bool isLocked = m_throttle.isLocked(request.login, request.address, m_options.clock());
        co_await recordFailure({.address = request.address}, user ? std::optional(user->id) : std::nullopt,
                               *matches ? u"deactivated"_s : u"password"_s, isLocked);
        co_return invalidCredentials();
    }

    const UserId userId = user->id;
    auto job = [this, request, userId, hash](WriteTransaction &transaction) {
        return afterPassword(transaction, request, userId, hash);
    };
    Result<Result<SignInOutcome>> outcome = co_await m_database.write(std::move(job));
    if (!outcome)
        co_return fail(outcome.error());
    if (*outcome) {
        const auto *step = std::get_if<protocol::MfaRequired>(&**outcome);
        if (step && step->methods.startsWith(protocol::SecondFactor::Sms))
            (void)co_await sendCode(step->tempToken, request.address);
    }
    co_return std::move(*outcome);
}

QCoro::Task<> AuthService::recordFailure(AuditOrigin origin, std::optional<UserId> user, QString reason, bool isLocked)
{
    auto job = [this, origin, user, reason, isLocked](WriteTransaction &transaction) -> Result<> {
        const auto tell = [&](QLatin1StringView action) {
            return user ? m_audit.record(transaction, origin, action, *user, reason)
                        : m_audit.record(transaction, origin, action, {}, reason);
        };
        if (auto told = tell(audit_action::kSignInFailed); !told || !isLocked)
            return told;
        return tell(audit_action::kSignInLocked);
    };
    (void)co_await m_database.write(std::move(job));
}

AuthService::Issued AuthService::issue(UserId user, SessionId session, bool isRemembered, Timestamp now) const
{
    const qint64 lifetime = isRemembered ? m_options.rememberedRefreshTokenSeconds : m_options.refreshTokenSeconds;
    security::TokenClaims claims{.userId = user,
                                 .sessionId = session,
                                 .issuedAt = now,
                                 .expiresAt = now.plusSeconds(m_options.accessTokenSeconds),
                                 .tokenId = {}};
    Issued issued;
    issued.tokens.accessToken = m_signer.sign(KeyPurpose::AccessToken, claims);
    issued.tokens.expiresIn = m_options.accessTokenSeconds;
    claims.expiresAt = now.plusSeconds(lifetime);
    issued.tokens.refreshToken = m_signer.sign(KeyPurpose::RefreshToken, claims);
    issued.refreshHash = security::sha256(issued.tokens.refreshToken.toLatin1());
    issued.refreshExpiresAt = claims.expiresAt;
    return issued;
}

Result<Result<AuthService::SignInOutcome>> AuthService::afterPassword(WriteTransaction &transaction,
                                                                      const SignIn &request, UserId user,
                                                                      const QString &verifiedHash)
{
    store::Connection &connection = transaction.connection();
    // While the password was being checked it may have been changed, which ended all sessions: no new one by the old
    // one.
    const auto current = users::find(connection, user);
    if (!current)
        return fail(current.error());
    if (!*current || !(*current)->isActive || (*current)->passwordHash != verifiedHash)
        return invalidCredentials();
    const auto methods = m_codes.methods(connection, user);
    if (!methods)
        return fail(methods.error());
    if (!methods->isEmpty() && !request.mfaCode) {
        auto required = beginSecondStep(transaction, user, verifiedHash, request.rememberMe, *methods);
        if (!required)
            return fail(required.error());
        return SignInOutcome(std::move(*required));
    }
    if (!methods->isEmpty()) {
        auto checked = m_codes.check(transaction, user, *request.mfaCode);
        if (!checked)
            return fail(checked.error());
        if (!*checked) {
            if (const auto kept = recordWrongCode(transaction, {.address = request.address}, user, checked->error());
                !kept)
                return fail(kept.error());
            return Result<SignInOutcome>(fail(checked->error()));
        }
    }
    const Client client{.address = request.address, .userAgent = request.userAgent, .rememberMe = request.rememberMe};
    auto signedIn = startSession(transaction, client, user);
    if (!signedIn)
        return fail(signedIn.error());
    return SignInOutcome(std::move(*signedIn));
}

Result<AuthService::SignedIn> AuthService::startSession(WriteTransaction &transaction, const Client &client,
                                                        UserId user)
{
    store::Connection &connection = transaction.connection();
    const Timestamp now = m_options.clock();
    const auto current = users::find(connection, user);
    if (!current)
        return fail(current.error());
    // Whatever proof there may be: a bot has keys, and signs in nowhere.
    if (!*current || !(*current)->isActive || (*current)->isBot)
        return invalidCredentials();
    const auto session = m_database.ids().next<SessionId>();
    const Issued issued = issue(user, session, client.rememberMe, now);
    const QByteArray cookie = security::randomBytes(32).toBase64(QByteArray::Base64UrlEncoding
                                                                 | QByteArray::OmitTrailingEquals);
    const sessions::Row row{.id = session,
                            .userId = user,
                            .cookieHash = security::sha256(cookie),
                            .refreshHash = issued.refreshHash,
                            .isRemembered = client.rememberMe,
                            .clientAddress = client.address.toString(),
                            .userAgent = client.userAgent.left(kMaxUserAgentSize),
                            .createdAt = now,
                            .authenticatedAt = now,
                            .lastUsedAt = now,
                            .expiresAt = issued.refreshExpiresAt};
    if (const auto removed = sessions::removeExpired(connection, user, now); !removed)
        return fail(removed.error());
    if (const auto inserted = sessions::insert(connection, row); !inserted)
        return fail(inserted.error());
    if (const auto kept = users::setLastLogin(connection, user, now); !kept)
        return fail(kept.error());
    if (const auto told = m_audit.record(transaction, {.actor = user, .address = client.address},
                                         audit_action::kSignedIn, session);
        !told)
        return fail(told.error());
    SignedIn signedIn{.tokens = issued.tokens, .cookie = cookie, .cookieMaxAge = std::nullopt};
    if (client.rememberMe)
        signedIn.cookieMaxAge = m_options.rememberedRefreshTokenSeconds;
    return signedIn;
}

QCoro::Task<Result<>> AuthService::signOut(Principal caller)
{
    if (!caller.sessionId)
        co_return fail(Error::forbidden(u"An API key has no session to end"_s));
    const SessionId session = *caller.sessionId;
    auto job = [this, session, origin = AuditOrigin::of(caller)](WriteTransaction &transaction) {
        return endSession(transaction, session, origin, audit_action::kSessionEnded);
    };
    Result<> ended = co_await m_database.write(std::move(job));
    co_return ended;
}

Result<> AuthService::endSession(WriteTransaction &transaction, SessionId session, const AuditOrigin &origin,
                                 QLatin1StringView action)
{
    const auto removed = sessions::remove(transaction.connection(), session);
    if (!removed)
        return fail(removed.error());
    if (auto told = m_audit.record(transaction, origin, action, session); !told)
        return told;
    transaction.afterCommit([this, session] { m_publisher.endSession(session); });
    return {};
}

QCoro::Task<Result<protocol::Tokens>> AuthService::refresh(QString refreshToken, QHostAddress address)
{
    const auto claims = m_signer.verify(KeyPurpose::RefreshToken, refreshToken, m_options.clock());
    if (!claims)
        co_return fail(claims.error());
    const QByteArray presentedHash = security::sha256(refreshToken.toLatin1());
    auto job = [this, claims = *claims, presentedHash, address](WriteTransaction &transaction) {
        return rotate(transaction, claims, presentedHash, address);
    };
    const Result<std::optional<protocol::Tokens>> rotated = co_await m_database.write(std::move(job));
    if (!rotated)
        co_return fail(rotated.error());
    if (!*rotated)
        co_return invalidRefreshToken();
    co_return **rotated;
}

std::optional<SessionId> AuthService::sessionOf(const QString &refreshToken) const
{
    const auto claims = m_signer.verify(KeyPurpose::RefreshToken, refreshToken, m_options.clock());
    return claims ? std::optional(claims->sessionId) : std::nullopt;
}

Result<std::optional<protocol::Tokens>> AuthService::rotate(WriteTransaction &transaction,
                                                            const security::TokenClaims &claims,
                                                            const QByteArray &presentedHash,
                                                            const QHostAddress &address)
{
    store::Connection &connection = transaction.connection();
    const Timestamp now = m_options.clock();
    const auto session = sessions::find(connection, claims.sessionId);
    if (!session)
        return fail(session.error());
    if (!*session || (*session)->userId != claims.userId)
        return invalidRefreshToken();
    if (!security::equalInConstantTime((*session)->refreshHash, presentedHash)) {
        // Ours and of this session, but not the last one. Not an error here: that would roll the removal back.
        const AuditOrigin origin{.actor = claims.userId, .address = address};
        if (const auto ended = endSession(transaction, claims.sessionId, origin, audit_action::kRefreshReused); !ended)
            return fail(ended.error());
        return std::nullopt;
    }
    const auto user = users::find(connection, claims.userId);
    if (!user)
        return fail(user.error());
    if (!*user || !(*user)->isActive)
        return invalidRefreshToken();
    const Issued issued = issue(claims.userId, claims.sessionId, (*session)->isRemembered, now);
    if (const auto stored = sessions::rotate(connection, claims.sessionId, issued.refreshHash, now,
                                             issued.refreshExpiresAt);
        !stored)
        return fail(stored.error());
    return issued.tokens;
}

QCoro::Task<Result<QString>> AuthService::checkPassword(Principal caller, QString password, QHostAddress address)
{
    if (!caller.sessionId)
        co_return fail(Error::forbidden(u"API keys cannot do this"_s));
    if (const auto admitted = m_throttle.admit(caller.username, address, m_options.clock()); !admitted)
        co_return fail(admitted.error());
    const auto found = users::find(m_database.reader(), caller.userId);
    if (!found)
        co_return fail(found.error());
    const QString hash = *found ? (*found)->passwordHash : security::PasswordHasher::unmatchableHash();
    const Result<bool> matches = co_await m_hasher.verify(password, hash);
    if (!matches || *matches)
        m_throttle.pardon(caller.username, address, m_options.clock());
    else
        m_throttle.blame(caller.username, address, m_options.clock());
    if (!matches)
        co_return fail(matches.error());
    if (!*matches) {
        const bool isLocked = m_throttle.isLocked(caller.username, address, m_options.clock());
        co_await recordFailure({.actor = caller.userId, .address = address}, caller.userId, u"password"_s, isLocked);
        co_return invalidCredentials();
    }
    co_return hash;
}

QCoro::Task<Result<>> AuthService::reauthenticate(Principal caller, QString password, QHostAddress address)
{
    const auto proven = co_await checkPassword(caller, password, address);
    if (!proven)
        co_return fail(proven.error());
    const SessionId session = *caller.sessionId;
    const Timestamp now = m_options.clock();
    auto job = [session, now](WriteTransaction &transaction) {
        return sessions::setAuthenticatedAt(transaction.connection(), session, now);
    };
    Result<> kept = co_await m_database.write(std::move(job));
    co_return kept;
}

Result<> AuthService::requireRecentProof(const Principal &caller)
{
    if (!caller.sessionId)
        return fail(Error::forbidden(u"API keys cannot do this"_s));
    const auto session = sessions::find(m_database.reader(), *caller.sessionId);
    if (!session)
        return fail(session.error());
    if (!*session || (*session)->authenticatedAt.plusSeconds(kProofSeconds) < m_options.clock()) {
        return fail({.code = ErrorCode::ReauthenticationRequired,
                     .message = u"Prove again who you are: POST /api/v1/auth/reauthenticate"_s});
    }
    return {};
}

} // namespace plexi::services
