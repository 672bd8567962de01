// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/password_hasher.h"
#include "server/services/invites_service.h"
#include "server/services/users_service.h"
#include "server/store/database.h"
#include "shared/protocol/account.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/**
 * Strangers who make their own account (contract, section 3). Thread-safe. Coroutines need an event loop on the calling
 * thread and resume there.
 */
class RegistrationService
{
public:
    enum class Policy {
        Open,
        /** With a code of InvitesService only. */
        Invite,
        Closed,
    };

    /** The references are not owned and outlive the service. */
    RegistrationService(store::Database &database, security::PasswordHasher &hasher, UsersService &users,
                        const InvitesService &invites, Policy policy);

    /**
     * An ordinary account. InsufficientPermissions where registration is closed; ValidationError for a bad field, of
     * `invite_code` for a code that is missing or does not let anybody in; Conflict for a name or an address that is
     * taken. A code that is given is used up also where none is needed. Without a good one nothing is hashed, and no
     * stranger learns which names are taken.
     */
    QCoro::Task<Result<protocol::User>> signUp(protocol::NewUser person, QHostAddress address);

private:
    Result<> checkAdmission(const std::optional<QString> &inviteCode);
    Result<protocol::User> insert(store::WriteTransaction &transaction, const NewAccount &account,
                                  const std::optional<QString> &inviteCode);

    store::Database &m_database;
    security::PasswordHasher &m_hasher;
    UsersService &m_users;
    const InvitesService &m_invites;
    const Policy m_policy;
};

} // namespace plexi::services
