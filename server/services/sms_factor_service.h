// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/services/auth_service.h"
#include "server/services/second_factor_codes.h"
#include "server/services/sms_codes.h"

namespace plexi::services {

/**
 * A telephone as a second factor: setting up and removing. Thread-safe. Coroutines need an event loop on the calling
 * thread and resume there.
 */
class SmsFactorService
{
public:
    /** Not owned; they outlive the service. */
    struct Parts {
        store::Database &database;
        AuthService &auth;
        const SecondFactorCodes &codes;
        const SmsCodes &smsCodes;
        const AuditService &audit;
    };
    explicit SmsFactorService(const Parts &parts, std::function<Timestamp()> clock = Timestamp::now);

    /**
     * Sends a code to @p phoneNumber, which asks for nothing until that code has come back. Needs a recent proof of who
     * the caller is; ValidationError for what is no number, Conflict where a telephone is set up, RateLimitExceeded and
     * ServiceUnavailable as SmsCodes has them.
     */
    QCoro::Task<Result<protocol::CodeSent>> enrol(security::Principal caller, QString phoneNumber);

    /**
     * Turns it on. The recovery codes, where the person had none left. InvalidCredentials for a wrong code, Conflict
     * where it is on, NotFound where none was begun.
     */
    QCoro::Task<Result<QStringList>> confirm(security::Principal caller, QString code);

    /** With the caller's password. Takes the last factor's recovery codes too. NotFound where there is none. */
    QCoro::Task<Result<>> remove(security::Principal caller, QString password, QHostAddress address);

private:
    Result<Result<QStringList>> applyConfirmation(store::WriteTransaction &transaction,
                                                  const security::Principal &caller, const QString &code) const;

    const Parts d;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
