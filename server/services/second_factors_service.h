// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/services/auth_service.h"
#include "server/services/second_factor_codes.h"

namespace plexi::services {

/**
 * Which second factors people have: setting up, looking, removing. Thread-safe. Coroutines need an event loop on the
 * calling thread and resume there.
 */
class SecondFactorsService
{
public:
    /** The references are not owned and outlive the service. */
    SecondFactorsService(store::Database &database, AuthService &auth, const SecondFactorCodes &codes,
                         const SmsCodes &smsCodes, const AuditService &audit,
                         std::function<Timestamp()> clock = Timestamp::now);

    /** InsufficientPermissions for API keys, here and below. */
    Result<protocol::SecondFactors> overview(const security::Principal &caller);

    /**
     * A new secret, which asks for nothing until it is confirmed and takes the place of an unconfirmed one. Needs a
     * recent proof of who the caller is; Conflict where an authenticator is set up.
     */
    QCoro::Task<Result<protocol::TotpEnrolment>> enrolTotp(security::Principal caller);

    /**
     * Turns it on with a first code, and answers with the recovery codes. InvalidCredentials for a wrong code, Conflict
     * where it is on, NotFound where none was begun.
     */
    QCoro::Task<Result<QStringList>> confirmTotp(security::Principal caller, QString code);

    /** With the caller's password. Takes the last factor's recovery codes too. NotFound where there is none. */
    QCoro::Task<Result<>> removeTotp(security::Principal caller, QString password, QHostAddress address);

    /** Others in the place of those there were. Needs a recent proof; NotFound without an authenticator. */
    QCoro::Task<Result<QStringList>> renewRecoveryCodes(security::Principal caller);

    /**
     * Takes all factors of a person who lost theirs, passkeys too. Needs a recent proof; InsufficientPermissions where @p user may do
     * something that the caller may not.
     */
    QCoro::Task<Result<>> reset(security::Principal caller, UserId user);

private:
    Result<QStringList> confirm(store::Connection &connection, UserId user, const QString &code) const;

    store::Database &m_database;
    AuthService &m_auth;
    const SecondFactorCodes &m_codes;
    const SmsCodes &m_smsCodes;
    const AuditService &m_audit;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
