// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/sms_factor_service.h"

#include "server/store/second_factors_store.h"
#include "server/store/sms_factors_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace factors = store::sms_factors;
using security::Principal;
using store::WriteTransaction;

namespace {

std::unexpected<Error> telephoneSetUp()
{
    return fail({.code = ErrorCode::Conflict, .message = u"A telephone is set up; remove it first"_s});
}

std::unexpected<Error> noTelephone()
{
    return fail(Error::notFound(u"Telephone"));
}

} // namespace

SmsFactorService::SmsFactorService(const Parts &parts, std::function<Timestamp()> clock)
    : d(parts), m_clock(std::move(clock))
{
}

QCoro::Task<Result<protocol::CodeSent>> SmsFactorService::enrol(Principal caller, QString phoneNumber)
{
    if (const auto proven = d.auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    if (!d.smsCodes.areAvailable())
        co_return fail({.code = ErrorCode::ServiceUnavailable, .message = u"This server sends no text messages"_s});
    const auto number = checkedPhoneNumber(phoneNumber);
    if (!number)
        co_return fail(number.error());
    auto job = [this, caller, number = *number](WriteTransaction &transaction) -> Result<SmsCodes::Message> {
        store::Connection &connection = transaction.connection();
        const auto row = factors::find(connection, caller.userId);
        if (!row)
            return fail(row.error());
        if (*row && (*row)->confirmedAt)
            return telephoneSetUp();
        if (const auto kept = factors::replace(connection, caller.userId, number, m_clock()); !kept)
            return fail(kept.error());
        if (const auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kSmsSent,
                                             caller.userId);
            !told)
            return fail(told.error());
        return d.smsCodes.issue(transaction, caller.userId);
    };
    const Result<SmsCodes::Message> message = co_await d.database.write(std::move(job));
    if (!message)
        co_return fail(message.error());
    const Result<> sent = co_await d.smsCodes.send(*message);
    if (!sent)
        co_return fail(sent.error());
    co_return protocol::CodeSent{.phoneNumber = maskedPhoneNumber(message->phoneNumber),
                                 .expiresAt = message->expiresAt};
}

QCoro::Task<Result<QStringList>> SmsFactorService::confirm(Principal caller, QString code)
{
    if (const auto proven = d.auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    auto job = [this, caller, code](WriteTransaction &transaction) {
        return applyConfirmation(transaction, caller, code);
    };
    Result<Result<QStringList>> confirmed = co_await d.database.write(std::move(job));
    if (!confirmed)
        co_return fail(confirmed.error());
    co_return std::move(*confirmed);
}

/** The inner result is the answer: a wrong code is no failure of the job, which would give the try back. */
Result<Result<QStringList>> SmsFactorService::applyConfirmation(WriteTransaction &transaction, const Principal &caller,
                                                                const QString &code) const
{
    store::Connection &connection = transaction.connection();
    const UserId user = caller.userId;
    const auto row = factors::find(connection, user);
    if (!row)
        return fail(row.error());
    if (!*row)
        return noTelephone();
    if ((*row)->confirmedAt)
        return telephoneSetUp();
    const auto isGood = d.smsCodes.take(transaction, user, QString(code).remove(u' '));
    if (!isGood)
        return fail(isGood.error());
    if (!*isGood)
        return Result<QStringList>(fail({.code = ErrorCode::InvalidCredentials, .message = u"The code is wrong"_s}));
    if (const auto kept = factors::confirm(connection, user, m_clock()); !kept)
        return fail(kept.error());
    if (const auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kSmsAdded, user); !told)
        return fail(told.error());
    const auto left = store::second_factors::countRecoveryCodes(connection, user);
    if (!left)
        return fail(left.error());
    auto codes = *left > 0 ? Result<QStringList>(QStringList()) : d.codes.renewRecoveryCodes(connection, user);
    if (!codes)
        return fail(codes.error());
    return codes;
}

QCoro::Task<Result<>> SmsFactorService::remove(Principal caller, QString password, QHostAddress address)
{
    const auto proven = co_await d.auth.checkPassword(caller, password, address);
    if (!proven)
        co_return fail(proven.error());
    auto job = [this, caller](WriteTransaction &transaction) -> Result<> {
        const auto removed = factors::remove(transaction.connection(), caller.userId);
        if (!removed)
            return fail(removed.error());
        if (!*removed)
            return noTelephone();
        if (auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kSmsRemoved, caller.userId);
            !told)
            return told;
        return d.codes.dropUselessRecoveryCodes(transaction.connection(), caller.userId);
    };
    Result<> removed = co_await d.database.write(std::move(job));
    co_return removed;
}

} // namespace plexi::services
