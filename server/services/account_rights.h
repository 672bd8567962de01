// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/store/users_store.h"

/**
 * Who may do what to whose account (contract, section 9): nobody grants a permission they lack, or touches somebody who
 * holds more. Asked in the writer's transaction, where nothing changes between the question and the deed.
 */
namespace plexi::services {

/** The permissions of the person's roles. */
Result<QStringList> permissionsOf(store::Connection &connection, const store::users::Row &person);

/**
 * What the caller may do at this moment of the transaction: no more than at the start of the request, and nothing that
 * was taken away since. InsufficientPermissions without @p permission.
 */
Result<QStringList> requireRight(store::Connection &connection, const security::Principal &caller,
                                 QLatin1StringView permission);

/** InsufficientPermissions where @p person may do what is not in @p rights. */
Result<> checkHoldsNoMore(store::Connection &connection, const store::users::Row &person, const QStringList &rights);

/** ValidationError for a role that there is not, InsufficientPermissions for one with more than @p rights. */
Result<> checkMayGrant(store::Connection &connection, const QStringList &roles, const QStringList &rights);

/** The person, deleted ones excepted. NotFound. */
Result<store::users::Row> existingAccount(store::Connection &connection, UserId user);

/** Runs @p change, and refuses it (Conflict) where there was an active admin before and none is left. */
template <typename Change>
Result<> keepingAnAdmin(store::Connection &connection, Change change)
{
    const auto before = store::users::countAdmins(connection);
    if (!before)
        return fail(before.error());
    if (Result<> changed = change(); !changed)
        return changed;
    const auto after = store::users::countAdmins(connection);
    if (!after)
        return fail(after.error());
    if (*before > 0 && *after == 0)
        return fail({.code = ErrorCode::Conflict, .message = QStringLiteral("The last admin must stay one")});
    return {};
}

} // namespace plexi::services
