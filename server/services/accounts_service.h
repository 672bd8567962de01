// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/password_hasher.h"
#include "server/security/principal.h"
#include "server/services/audit_service.h"
#include "server/services/auth_service.h"
#include "server/services/channels_service.h"
#include "server/services/initial_admin_password.h"
#include "server/services/members_service.h"
#include "server/services/users_service.h"
#include "server/store/database.h"
#include "server/store/users_store.h"
#include "shared/protocol/account.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/**
 * Other people's accounts: what admins do with them (contract, section 5). Who may do what is decided in the writer's
 * transaction; the last admin stays. Thread-safe. Coroutines need an event loop on the calling thread.
 */
class AccountsService
{
public:
    /** Not owned; they outlive the service. */
    struct Parts {
        store::Database &database;
        security::PasswordHasher &hasher;
        realtime::EventPublisher &publisher;
        AuthService &auth;
        const AuditService &audit;
        UsersService &users;
        ChannelsService &channels;
        MembersService &members;
    };
    AccountsService(const Parts &parts, const QString &dataDirectory);

    struct Page {
        QList<protocol::User> users;
        qint64 totalCount = 0;
    };
    /** With what only the people themselves and admins see, by user name. @p page counts from 1. */
    Result<Page> list(const store::users::Filter &filter, qint64 page, qint64 limit);

    /**
     * ValidationError; Conflict where a name or an address is taken; InsufficientPermissions for a role with more rights
     * than the caller has. Other roles than that of a user need a recent proof of who the caller is.
     */
    QCoro::Task<Result<protocol::User>> create(security::Principal caller, protocol::NewUser user);

    /**
     * NotFound; InsufficientPermissions for somebody who holds more than the caller, and as for create(); Conflict for
     * the last admin. Who is not active any more loses all sessions and sockets at once; keys are refused.
     */
    QCoro::Task<Result<protocol::User>> update(security::Principal caller, UserId user, protocol::AccountChange change);

    /**
     * The person is gone for good: name, address, picture, credentials and memberships. What they said stays, by a
     * nameless "Deleted user". Errors as for update().
     */
    QCoro::Task<Result<>> remove(security::Principal caller, UserId user);

    /**
     * Sets @p password, or a random one that is returned, and ends all of the person's sessions. Needs a recent proof.
     * Errors as for update().
     */
    QCoro::Task<Result<std::optional<QString>>> resetPassword(security::Principal caller, UserId user,
                                                              std::optional<QString> password);

    /**
     * What remove() does, on the writer's thread; who may do that was decided before. The channels that nobody is in
     * any more, to be purged.
     */
    Result<QList<ChannelId>> removeAccount(store::WriteTransaction &transaction, const AuditOrigin &origin,
                                           UserId user);

    /**
     * Ends all of a person's sessions and sockets, or lets an account be used again. Bots stop with their owner. On the
     * writer's thread; who may do that was decided before.
     */
    Result<> setActive(store::WriteTransaction &transaction, const AuditOrigin &origin, UserId user, bool isActive);

private:
    Result<protocol::User> applyChange(store::WriteTransaction &transaction, const security::Principal &caller,
                                       UserId user, const protocol::AccountChange &change, const Result<> &proven);
    Result<> applyRoles(store::WriteTransaction &transaction, const security::Principal &caller,
                        const store::users::Row &row, const QStringList &roles, const QStringList &rights,
                        const Result<> &proven);
    /** Ends the person's sessions and sockets, and the bots that work for them. */
    Result<> shutOut(store::WriteTransaction &transaction, const AuditOrigin &origin, UserId user);
    /** The channels that nobody is in any more. */
    Result<QList<ChannelId>> applyRemoval(store::WriteTransaction &transaction, const security::Principal &caller,
                                          UserId user);

    const Parts d;
    const InitialAdminPassword m_initialPassword;
};

} // namespace plexi::services
