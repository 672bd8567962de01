// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/secret_box.h"
#include "server/services/sms_codes.h"
#include "server/store/database.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/second_factor.h"

#include <functional>

namespace plexi::services {

/**
 * Whether a code is the person's, and how often one may guess. Everything is read and written in the caller's
 * transaction, so that a code is taken once even where two requests bring it at the same time. Thread-safe.
 */
class SecondFactorCodes
{
public:
    /** Contract, section 9: so many wrong codes of an account within the window lock it for as long. */
    static constexpr qint64 kMaxFailures = 10;
    static constexpr qint64 kWindowSeconds = 3'600;

    static constexpr int kRecoveryCodes = 10;

    /** @p smsCodes is not owned and outlives this. */
    SecondFactorCodes(security::SecretBox box, const SmsCodes &smsCodes,
                      std::function<Timestamp()> clock = Timestamp::now);

    /**
     * What the person can prove themselves with; empty where the password is enough. Who has a telephone only, on a
     * server that sends no messages any more, is left with recovery codes: a setting does not take a factor away.
     */
    Result<QList<protocol::SecondFactor>> methods(store::Connection &connection, UserId user) const;

    /**
     * Whether @p code is one of the person's, of @p method where that is given; a good one is used up. The inner
     * result is the answer to the person: InvalidCredentials for a wrong code, which is counted, and RateLimitExceeded
     * after too many. It is no failure of the job, which would undo the count.
     */
    Result<Result<>> check(store::WriteTransaction &transaction, UserId user, const QString &code,
                           std::optional<protocol::SecondFactor> method = std::nullopt) const;

    /** Others in the place of those there were; to be shown once. */
    Result<QStringList> renewRecoveryCodes(store::Connection &connection, UserId user) const;
    /** Takes the recovery codes of somebody who has no other factor left. */
    Result<> dropUselessRecoveryCodes(store::Connection &connection, UserId user) const;

    /** Whether codes are refused without being looked at. */
    Result<bool> isLocked(store::Connection &connection, UserId user) const;

    /** The secret of an authenticator, sealed for the store and open again. */
    QByteArray seal(UserId user, const QByteArray &secret) const;
    Result<QByteArray> open(UserId user, const QByteArray &sealed) const;

    /** A new code as people see it, "abcd-efgh-jkmn-pqrs", and what is kept of one that was typed. */
    static QString newRecoveryCode();
    static QByteArray recoveryCodeHash(const QString &typed);

private:
    Result<bool> isGood(store::WriteTransaction &transaction, UserId user, const QString &code,
                        std::optional<protocol::SecondFactor> method) const;
    Result<bool> takeTotp(store::Connection &connection, UserId user, const QString &code) const;
    Result<bool> takeSms(store::WriteTransaction &transaction, UserId user, const QString &code) const;
    Result<std::optional<Error>> lock(store::Connection &connection, UserId user) const;

    const security::SecretBox m_box;
    const SmsCodes &m_smsCodes;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
