// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/initial_admin_password.h"
#include "server/services/users_service.h"
#include "server/store/database.h"

#include <optional>

namespace plexi::services {

/** Who is there at the first start. For start-up: blocks, also for hashing. */
class FirstAccounts
{
public:
    /** The references are not owned and outlive this. @p dataDirectory must exist. */
    FirstAccounts(store::Database &database, UsersService &users, const QString &dataDirectory);

    /**
     * Makes the account `admin` with a random password where there is no admin yet, and returns that password, to be
     * printed once. It is also in the file `initial-admin-password`, which is written first: a crash in between leaves
     * a password without an account, which the next start replaces, and never an account that nobody can use.
     */
    Result<std::optional<QString>> createAdmin();

    /** The people of the reference's own world (contract, section 1), where they are not there yet. */
    Result<> createDevelopmentWorld();
    static constexpr UserId kDevelopmentAdmin{123};
    static constexpr UserId kDevelopmentUser{456};

private:
    store::Database &m_database;
    UsersService &m_users;
    InitialAdminPassword m_initialPassword;
};

} // namespace plexi::services
