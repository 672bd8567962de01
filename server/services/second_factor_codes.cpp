// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/second_factor_codes.h"

#include "server/security/crypto.h"
#include "server/security/totp.h"
#include "server/store/second_factors_store.h"
#include "server/store/sms_factors_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace factors = store::second_factors;
using protocol::SecondFactor;
using store::Connection;

namespace {

constexpr qsizetype kDigits = 6;

Error wrongCode()
{
    return {.code = ErrorCode::InvalidCredentials, .message = u"The code is wrong"_s};
}

/** As people type codes: with blanks and hyphens between groups. */
QString withoutSeparators(QString typed)
{
    return typed.remove(u' ').remove(u'-').toLower();
}

QByteArray context(UserId user)
{
    return "totp " + user.toString().toLatin1();
}

} // namespace

SecondFactorCodes::SecondFactorCodes(security::SecretBox box, const SmsCodes &smsCodes,
                                     std::function<Timestamp()> clock)
    : m_box(std::move(box)), m_smsCodes(smsCodes), m_clock(std::move(clock))
{
}

Result<QList<SecondFactor>> SecondFactorCodes::methods(Connection &connection, UserId user) const
{
    const auto totp = factors::totp(connection, user);
    if (!totp)
        return fail(totp.error());
    const auto sms = store::sms_factors::find(connection, user);
    if (!sms)
        return fail(sms.error());
    const bool hasTotp = *totp && (*totp)->confirmedAt;
    const bool hasSms = *sms && (*sms)->confirmedAt;
    QList<SecondFactor> methods;
    if (!hasTotp && !hasSms)
        return methods;
    if (hasTotp)
        methods.append(SecondFactor::Totp);
    if (hasSms && m_smsCodes.areAvailable())
        methods.append(SecondFactor::Sms);
    const auto codes = factors::countRecoveryCodes(connection, user);
    if (!codes)
        return fail(codes.error());
    if (*codes > 0 || methods.isEmpty())
        methods.append(SecondFactor::RecoveryCode);
    return methods;
}

Result<Result<>> SecondFactorCodes::check(store::WriteTransaction &transaction, UserId user, const QString &code,
                                          std::optional<SecondFactor> method) const
{
    Connection &connection = transaction.connection();
    const auto locked = lock(connection, user);
    if (!locked)
        return fail(locked.error());
    if (*locked)
        return Result<>(fail(**locked));

    const auto good = isGood(transaction, user, withoutSeparators(code), method);
    if (!good)
        return fail(good.error());
    if (*good)
        return Result<>();
    if (const auto counted = factors::addFailure(connection, user, m_clock(), kWindowSeconds); !counted)
        return fail(counted.error());
    return Result<>(fail(wrongCode()));
}

/** Where no method is named, the form of the code tells: six digits are an authenticator's or a message's. */
Result<bool> SecondFactorCodes::isGood(store::WriteTransaction &transaction, UserId user, const QString &code,
                                       std::optional<SecondFactor> method) const
{
    if (method ? *method == SecondFactor::RecoveryCode : code.size() != kDigits)
        return factors::takeRecoveryCode(transaction.connection(), user, recoveryCodeHash(code));
    if (method != SecondFactor::Sms) {
        auto taken = takeTotp(transaction.connection(), user, code);
        if (!taken || *taken || method == SecondFactor::Totp)
            return taken;
    }
    return takeSms(transaction, user, code);
}

Result<std::optional<Error>> SecondFactorCodes::lock(Connection &connection, UserId user) const
{
    // A success does not reset the count: else whoever guesses could go on after each sign-in of the person.
    const auto failures = factors::failures(connection, user, kWindowSeconds);
    if (!failures)
        return fail(failures.error());
    const qint64 left = failures->last.plusSeconds(kWindowSeconds).ms - m_clock().ms;
    if (failures->count < kMaxFailures || left <= 0)
        return std::nullopt;
    return Error{.code = ErrorCode::RateLimitExceeded,
                 .message = u"Too many wrong codes; try again later"_s,
                 .retryAfter = static_cast<int>((left + 999) / 1000)};
}

Result<bool> SecondFactorCodes::isLocked(Connection &connection, UserId user) const
{
    const auto locked = lock(connection, user);
    if (!locked)
        return fail(locked.error());
    return locked->has_value();
}

Result<bool> SecondFactorCodes::takeTotp(Connection &connection, UserId user, const QString &code) const
{
    const auto totp = factors::totp(connection, user);
    if (!totp)
        return fail(totp.error());
    if (!*totp || !(*totp)->confirmedAt)
        return false;
    const auto secret = open(user, (*totp)->sealedSecret);
    if (!secret)
        return fail(secret.error());
    const auto step = security::totp::matchingStep(*secret, code.toLatin1(), m_clock());
    if (!step || *step <= (*totp)->lastStep)
        return false;
    if (const auto kept = factors::setLastStep(connection, user, *step); !kept)
        return fail(kept.error());
    return true;
}

Result<bool> SecondFactorCodes::takeSms(store::WriteTransaction &transaction, UserId user, const QString &code) const
{
    const auto factor = store::sms_factors::find(transaction.connection(), user);
    if (!factor)
        return fail(factor.error());
    // A code that was sent to prove a telephone signs nobody in.
    if (!*factor || !(*factor)->confirmedAt || !m_smsCodes.areAvailable())
        return false;
    return m_smsCodes.take(transaction, user, code);
}

Result<QStringList> SecondFactorCodes::renewRecoveryCodes(Connection &connection, UserId user) const
{
    QStringList codes;
    QList<QByteArray> hashes;
    for (int i = 0; i < kRecoveryCodes; ++i) {
        codes.append(newRecoveryCode());
        hashes.append(recoveryCodeHash(codes.last()));
    }
    if (const auto stored = factors::replaceRecoveryCodes(connection, user, hashes); !stored)
        return fail(stored.error());
    return codes;
}

Result<> SecondFactorCodes::dropUselessRecoveryCodes(Connection &connection, UserId user) const
{
    const auto left = methods(connection, user);
    if (!left)
        return fail(left.error());
    return left->isEmpty() ? factors::replaceRecoveryCodes(connection, user, {}) : Result<>();
}

QByteArray SecondFactorCodes::seal(UserId user, const QByteArray &secret) const
{
    return m_box.seal(secret, context(user));
}

Result<QByteArray> SecondFactorCodes::open(UserId user, const QByteArray &sealed) const
{
    const auto secret = m_box.open(sealed, context(user));
    if (!secret)
        return fail(Error::internal(u"The secret of an authenticator cannot be read with this secret.key"_s));
    return *secret;
}

QString SecondFactorCodes::newRecoveryCode()
{
    const QString digits = security::totp::base32(security::randomBytes(10)).toLower();
    return QStringList{digits.sliced(0, 4), digits.sliced(4, 4), digits.sliced(8, 4), digits.sliced(12, 4)}.join(u'-');
}

QByteArray SecondFactorCodes::recoveryCodeHash(const QString &typed)
{
    return security::sha256(withoutSeparators(typed).toUtf8());
}

} // namespace plexi::services
