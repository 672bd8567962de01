// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of AuthService that stands between a right password and a session: the second factor.
#include "server/security/crypto.h"
#include "server/services/auth_service.h"
#include "server/store/sign_in_steps_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace steps = store::sign_in_steps;
using security::KeyPurpose;
using store::WriteTransaction;

namespace {

// Contract, section 1: what a temp_token is good for.
constexpr qint64 kStepSeconds = qint64{5} * 60;
constexpr qint64 kStepAttempts = 5;

Error stepIsOver()
{
    return {.code = ErrorCode::InvalidToken, .message = u"The temp_token is not valid; sign in again"_s};
}

QByteArray digest(const QString &passwordHash)
{
    return security::sha256(passwordHash.toUtf8());
}

} // namespace

Result<protocol::MfaRequired> AuthService::beginSecondStep(WriteTransaction &transaction, UserId user,
                                                           const QString &verifiedHash, bool rememberMe,
                                                           const QList<protocol::SecondFactor> &methods)
{
    const Timestamp now = m_options.clock();
    const steps::Row row{.id = m_database.ids().next(),
                         .userId = user,
                         .passwordDigest = digest(verifiedHash),
                         .isRemembered = rememberMe,
                         .attemptsLeft = kStepAttempts,
                         .expiresAt = now.plusSeconds(kStepSeconds)};
    if (const auto inserted = steps::insert(transaction.connection(), row, now); !inserted)
        return fail(inserted.error());
    // The step is a session to be, and its number stands in that place; the key's purpose tells them apart.
    const security::TokenClaims claims{
        .userId = user, .sessionId = SessionId(row.id), .issuedAt = now, .expiresAt = row.expiresAt, .tokenId = {}};
    return protocol::MfaRequired{.methods = methods, .tempToken = m_signer.sign(KeyPurpose::SecondFactorToken, claims)};
}

QCoro::Task<Result<AuthService::SignedIn>> AuthService::finishSignIn(SecondStep request)
{
    const auto claims = m_signer.verify(KeyPurpose::SecondFactorToken, request.verification.tempToken,
                                        m_options.clock());
    if (!claims)
        co_return fail(claims.error());
    auto job = [this, claims = *claims, request](WriteTransaction &transaction) {
        return takeSecondStep(transaction, claims, request);
    };
    Result<Result<SignedIn>> signedIn = co_await m_database.write(std::move(job));
    if (!signedIn)
        co_return fail(signedIn.error());
    co_return std::move(*signedIn);
}

Result<steps::Row> AuthService::currentStep(store::Connection &connection, const security::TokenClaims &claims) const
{
    const auto step = steps::find(connection, claims.sessionId.value());
    if (!step)
        return fail(step.error());
    if (!*step || (*step)->userId != claims.userId)
        return fail(stepIsOver());
    const auto user = store::users::find(connection, claims.userId);
    if (!user)
        return fail(user.error());
    if (!*user || digest((*user)->passwordHash) != (*step)->passwordDigest)
        return fail(stepIsOver());
    return **step;
}

QCoro::Task<Result<protocol::CodeSent>> AuthService::sendCode(QString tempToken, QHostAddress address)
{
    const auto claims = m_signer.verify(KeyPurpose::SecondFactorToken, tempToken, m_options.clock());
    if (!claims)
        co_return fail(claims.error());
    auto job = [this, claims = *claims, address](WriteTransaction &transaction) {
        return issueCode(transaction, claims, address);
    };
    const Result<SmsCodes::Message> message = co_await m_database.write(std::move(job));
    if (!message)
        co_return fail(message.error());
    const Result<> sent = co_await m_smsCodes.send(*message);
    if (!sent)
        co_return fail(sent.error());
    co_return protocol::CodeSent{.phoneNumber = maskedPhoneNumber(message->phoneNumber),
                                 .expiresAt = message->expiresAt};
}

Result<SmsCodes::Message> AuthService::issueCode(WriteTransaction &transaction, const security::TokenClaims &claims,
                                                 const QHostAddress &address)
{
    store::Connection &connection = transaction.connection();
    if (const auto step = currentStep(connection, claims); !step)
        return fail(step.error());
    const auto methods = m_codes.methods(connection, claims.userId);
    if (!methods)
        return fail(methods.error());
    if (!methods->contains(protocol::SecondFactor::Sms))
        return fail(Error::validation(u"temp_token"_s, u"Of a person whose mfa_methods have no sms"_s));
    if (const auto told = m_audit.record(transaction, {.address = address}, audit_action::kSmsSent, claims.userId);
        !told)
        return fail(told.error());
    return m_smsCodes.issue(transaction, claims.userId);
}

Result<Result<AuthService::SignedIn>> AuthService::takeSecondStep(WriteTransaction &transaction,
                                                                  const security::TokenClaims &claims,
                                                                  const SecondStep &request)
{
    store::Connection &connection = transaction.connection();
    const auto step = currentStep(connection, claims);
    if (!step)
        return fail(step.error());
    const auto methods = m_codes.methods(connection, claims.userId);
    if (!methods)
        return fail(methods.error());
    if (!methods->contains(request.verification.method))
        return fail(Error::validation(u"method"_s, u"Must be one of mfa_methods"_s));

    const auto checked = m_codes.check(transaction, claims.userId, request.verification.mfaCode,
                                       request.verification.method);
    if (!checked)
        return fail(checked.error());
    if (!*checked) {
        const AuditOrigin origin{.address = request.client.address};
        if (const auto kept = recordWrongCode(transaction, origin, claims.userId, checked->error()); !kept)
            return fail(kept.error());
        if (checked->error().code == ErrorCode::InvalidCredentials) {
            if (const auto counted = steps::countAttempt(connection, step->id); !counted)
                return fail(counted.error());
        }
        return Result<SignedIn>(fail(checked->error()));
    }
    if (const auto removed = steps::remove(connection, step->id); !removed)
        return fail(removed.error());
    Client client = request.client;
    client.rememberMe = step->isRemembered;
    auto signedIn = startSession(transaction, client, claims.userId);
    if (!signedIn)
        return fail(signedIn.error());
    return Result<SignedIn>(std::move(*signedIn));
}

Result<> AuthService::recordWrongCode(WriteTransaction &transaction, const AuditOrigin &origin, UserId user,
                                      const Error &refusal) const
{
    // While it is locked codes are refused unseen, and there may be any number of them.
    if (refusal.code != ErrorCode::InvalidCredentials)
        return {};
    if (auto told = m_audit.record(transaction, origin, audit_action::kSignInFailed, user, u"code"_s); !told)
        return told;
    const auto isLocked = m_codes.isLocked(transaction.connection(), user);
    if (!isLocked)
        return fail(isLocked.error());
    return *isLocked ? m_audit.record(transaction, origin, audit_action::kSecondFactorLocked, user) : Result<>();
}

QCoro::Task<Result<>> AuthService::reauthenticateByCode(security::Principal caller, QString code)
{
    if (!caller.sessionId)
        co_return fail(Error::forbidden(u"API keys cannot do this"_s));
    auto job = [this, code, user = caller.userId, session = *caller.sessionId, origin = AuditOrigin::of(caller),
                now = m_options.clock()](WriteTransaction &transaction) -> Result<Result<>> {
        const auto methods = m_codes.methods(transaction.connection(), user);
        if (!methods)
            return fail(methods.error());
        if (methods->isEmpty())
            return fail({.code = ErrorCode::InvalidCredentials, .message = u"The code is wrong"_s});
        auto checked = m_codes.check(transaction, user, code);
        if (!checked)
            return checked;
        if (!*checked) {
            if (auto kept = recordWrongCode(transaction, origin, user, checked->error()); !kept)
                return fail(kept.error());
            return checked;
        }
        if (const auto kept = store::sessions::setAuthenticatedAt(transaction.connection(), session, now); !kept)
            return fail(kept.error());
        return checked;
    };
    Result<Result<>> proven = co_await m_database.write(std::move(job));
    if (!proven)
        co_return fail(proven.error());
    co_return std::move(*proven);
}

} // namespace plexi::services
