// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/account_rights.h"

#include "server/security/permissions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace users = store::users;

namespace {

bool isWithin(const QStringList &permissions, const QStringList &rights)
{
    return std::ranges::all_of(permissions, [&](const QString &each) { return rights.contains(each); });
}

} // namespace

Result<QStringList> permissionsOf(store::Connection &, const users::Row &person)
{
    return security::permissionsOf(person.roles);
}

Result<QStringList> requireRight(store::Connection &connection, const security::Principal &caller,
                                 QLatin1StringView permission)
{
    const auto row = users::find(connection, caller.userId);
    if (!row)
        return fail(row.error());
    QStringList rights;
    if (*row && (*row)->isActive) {
        const auto now = permissionsOf(connection, **row);
        if (!now)
            return fail(now.error());
        std::ranges::copy_if(caller.permissions, std::back_inserter(rights),
                             [&](const QString &each) { return now->contains(each); });
    }
    if (!rights.contains(permission))
        return fail(Error::forbidden(u"Insufficient permissions"_s));
    return rights;
}

Result<> checkHoldsNoMore(store::Connection &connection, const users::Row &person, const QStringList &rights)
{
    const auto held = permissionsOf(connection, person);
    if (!held)
        return fail(held.error());
    if (!isWithin(*held, rights))
        return fail(Error::forbidden(u"This person may do more than you may"_s));
    return {};
}

Result<> checkMayGrant(store::Connection &, const QStringList &roles, const QStringList &rights)
{
    for (const QString &role : roles) {
        if (!security::roleFromName(role))
            return fail(Error::validation(u"roles"_s, u"There is no such role"_s));
        if (!isWithin(security::permissionsOf({role}), rights))
            return fail(Error::forbidden(u"This role may do more than you may"_s));
    }
    return {};
}

Result<users::Row> existingAccount(store::Connection &connection, UserId user)
{
    const auto row = users::find(connection, user);
    if (!row)
        return fail(row.error());
    if (!*row || (*row)->isDeleted)
        return fail(Error::notFound(u"User"));
    return **row;
}

} // namespace plexi::services
