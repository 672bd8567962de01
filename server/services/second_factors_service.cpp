// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/second_factors_service.h"

#include "server/security/permissions.h"
#include "server/security/totp.h"
#include "server/services/account_rights.h"
#include "server/store/passkeys_store.h"
#include "server/store/second_factors_store.h"
#include "server/store/sms_factors_store.h"
#include "server/store/users_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace factors = store::second_factors;
namespace totp = security::totp;
using security::Principal;
using store::Connection;
using store::WriteTransaction;

namespace {

std::unexpected<Error> authenticatorSetUp()
{
    return fail({.code = ErrorCode::Conflict, .message = u"An authenticator is set up; remove it first"_s});
}

std::unexpected<Error> noAuthenticator()
{
    return fail(Error::notFound(u"Authenticator"));
}

} // namespace

SecondFactorsService::SecondFactorsService(store::Database &database, AuthService &auth, const SecondFactorCodes &codes,
                                           const SmsCodes &smsCodes, const AuditService &audit,
                                           std::function<Timestamp()> clock)
    : m_database(database), m_auth(auth), m_codes(codes), m_smsCodes(smsCodes), m_audit(audit),
      m_clock(std::move(clock))
{
}

Result<protocol::SecondFactors> SecondFactorsService::overview(const Principal &caller)
{
    if (!caller.sessionId)
        return fail(Error::forbidden(u"API keys cannot do this"_s));
    Connection &connection = m_database.reader();
    const auto methods = m_codes.methods(connection, caller.userId);
    if (!methods)
        return fail(methods.error());
    const auto row = factors::totp(connection, caller.userId);
    if (!row)
        return fail(row.error());
    const auto sms = store::sms_factors::find(connection, caller.userId);
    if (!sms)
        return fail(sms.error());
    const bool hasSms = *sms && (*sms)->confirmedAt;
    const auto codes = factors::countRecoveryCodes(connection, caller.userId);
    if (!codes)
        return fail(codes.error());
    const auto passkeys = store::passkeys::list(connection, caller.userId);
    if (!passkeys)
        return fail(passkeys.error());
    return protocol::SecondFactors{.methods = *methods,
                                   .totpSince = *row ? (*row)->confirmedAt : std::nullopt,
                                   .smsSince = hasSms ? (*sms)->confirmedAt : std::nullopt,
                                   .phoneNumber = hasSms ? std::optional((*sms)->phoneNumber) : std::nullopt,
                                   .isSmsAvailable = m_smsCodes.areAvailable(),
                                   .recoveryCodesLeft = *codes,
                                   .passkeys = passkeys->size()};
}

QCoro::Task<Result<protocol::TotpEnrolment>> SecondFactorsService::enrolTotp(Principal caller)
{
    if (const auto proven = m_auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    const UserId user = caller.userId;
    const QByteArray secret = totp::newSecret();
    auto job = [user, sealed = m_codes.seal(user, secret), now = m_clock()](WriteTransaction &transaction) -> Result<> {
        const auto row = factors::totp(transaction.connection(), user);
        if (!row)
            return fail(row.error());
        if (*row && (*row)->confirmedAt)
            return authenticatorSetUp();
        return factors::replaceTotp(transaction.connection(), user, sealed, now);
    };
    const Result<> kept = co_await m_database.write(std::move(job));
    if (!kept)
        co_return fail(kept.error());
    co_return protocol::TotpEnrolment{.secret = totp::base32(secret), .otpauthUri = totp::uri(secret, caller.username)};
}

QCoro::Task<Result<QStringList>> SecondFactorsService::confirmTotp(Principal caller, QString code)
{
    if (const auto proven = m_auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    auto job = [this, user = caller.userId, code,
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<QStringList> {
        if (const auto told = m_audit.record(transaction, origin, audit_action::kTotpAdded, user); !told)
            return fail(told.error());
        return confirm(transaction.connection(), user, code);
    };
    Result<QStringList> codes = co_await m_database.write(std::move(job));
    co_return codes;
}

Result<QStringList> SecondFactorsService::confirm(Connection &connection, UserId user, const QString &code) const
{
    const auto row = factors::totp(connection, user);
    if (!row)
        return fail(row.error());
    if (!*row)
        return noAuthenticator();
    if ((*row)->confirmedAt)
        return authenticatorSetUp();
    const auto secret = m_codes.open(user, (*row)->sealedSecret);
    if (!secret)
        return fail(secret.error());
    // Not counted: who asks was shown the secret, so there is nothing to guess.
    const auto step = totp::matchingStep(*secret, QString(code).remove(u' ').toLatin1(), m_clock());
    if (!step)
        return fail({.code = ErrorCode::InvalidCredentials, .message = u"The code is wrong"_s});
    if (const auto confirmed = factors::confirmTotp(connection, user, m_clock(), *step); !confirmed)
        return fail(confirmed.error());
    return m_codes.renewRecoveryCodes(connection, user);
}

QCoro::Task<Result<>> SecondFactorsService::removeTotp(Principal caller, QString password, QHostAddress address)
{
    const auto proven = co_await m_auth.checkPassword(caller, password, address);
    if (!proven)
        co_return fail(proven.error());
    auto job = [this, user = caller.userId,
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<> {
        const auto removed = factors::removeTotp(transaction.connection(), user);
        if (!removed)
            return fail(removed.error());
        if (!*removed)
            return noAuthenticator();
        if (auto told = m_audit.record(transaction, origin, audit_action::kTotpRemoved, user); !told)
            return told;
        return m_codes.dropUselessRecoveryCodes(transaction.connection(), user);
    };
    Result<> removed = co_await m_database.write(std::move(job));
    co_return removed;
}

QCoro::Task<Result<QStringList>> SecondFactorsService::renewRecoveryCodes(Principal caller)
{
    if (const auto proven = m_auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    auto job = [this, user = caller.userId,
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<QStringList> {
        const auto methods = m_codes.methods(transaction.connection(), user);
        if (!methods)
            return fail(methods.error());
        if (methods->isEmpty())
            return noAuthenticator();
        if (const auto told = m_audit.record(transaction, origin, audit_action::kRecoveryCodesRenewed, user); !told)
            return fail(told.error());
        return m_codes.renewRecoveryCodes(transaction.connection(), user);
    };
    Result<QStringList> codes = co_await m_database.write(std::move(job));
    co_return codes;
}

QCoro::Task<Result<>> SecondFactorsService::reset(Principal caller, UserId user)
{
    if (const auto proven = m_auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    auto job = [this, user, caller, origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<> {
        Connection &connection = transaction.connection();
        const auto rights = requireRight(connection, caller, security::permission::kUsersUpdate);
        if (!rights)
            return fail(rights.error());
        const auto row = existingAccount(connection, user);
        if (!row)
            return fail(row.error());
        if (auto allowed = checkHoldsNoMore(connection, *row, *rights); !allowed)
            return allowed;
        if (const auto removed = factors::removeTotp(connection, user); !removed)
            return fail(removed.error());
        if (const auto removed = store::sms_factors::remove(connection, user); !removed)
            return fail(removed.error());
        if (auto removed = store::passkeys::removeAll(connection, user); !removed)
            return removed;
        if (auto told = m_audit.record(transaction, origin, audit_action::kSecondFactorsReset, user); !told)
            return told;
        return factors::replaceRecoveryCodes(connection, user, {});
    };
    Result<> removed = co_await m_database.write(std::move(job));
    co_return removed;
}

} // namespace plexi::services
