// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/initial_admin_password.h"
#include "server/services/users_service.h"
#include "server/store/database.h"

namespace plexi::services {

/**
 * What `plexichat-server user …` does, for when nobody can sign in; also beside a running server, which notices at the
 * next request of the person. Blocks, also for hashing. Unknown people are NotFound.
 */
class UserAdministration
{
public:
    /** The references are not owned and outlive this. */
    UserAdministration(store::Database &database, UsersService &users, const AuditService &audit,
                       const QString &dataDirectory);

    struct Draft {
        QString username;
        QString password;
        /** "user", "moderator" or "admin". */
        QString role;
        /** Empty for none. */
        QString email = {};
        /** Empty for the user name. */
        QString displayName = {};
    };
    /** ValidationError, Conflict. */
    Result<UserId> add(const Draft &draft);

    /** Everybody, by user name. */
    Result<QList<store::users::Row>> list();

    /** Ends the person's sessions. ValidationError for a password that is too short or too common. */
    Result<> setPassword(const QString &username, const QString &password);

    /** Conflict where the last admin would be gone, as for setActive(). */
    Result<> setRole(const QString &username, const QString &role);

    /** Nobody can sign in to an account that is not active; its sessions end, what it wrote stays. */
    Result<> setActive(const QString &username, bool isActive);

private:
    /** Runs @p change on the row of @p username in a transaction, and refuses it where no admin is left. */
    Result<> change(
        const QString &username,
        const std::function<Result<>(store::WriteTransaction &transaction, const store::users::Row &row)> &change);

    store::Database &m_database;
    UsersService &m_users;
    const AuditService &m_audit;
    InitialAdminPassword m_initialPassword;
};

} // namespace plexi::services
