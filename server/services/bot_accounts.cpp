// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/bot_accounts.h"

#include "server/security/permissions.h"
#include "server/services/account_rights.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace users = store::users;

Result<users::Row> managedBot(store::Connection &connection, const security::Principal &caller, UserId bot)
{
    const auto rights = requireRight(connection, caller, security::permission::kBotsManage);
    if (!rights)
        return fail(rights.error());
    const auto row = users::find(connection, bot);
    if (!row)
        return fail(row.error());
    if (!*row || !(*row)->isBot || (*row)->isDeleted)
        return fail(Error::notFound(u"Bot"));
    const bool isOwn = (*row)->botOwner == caller.userId;
    if (!isOwn && !rights->contains(security::permission::kUsersUpdate))
        return fail(Error::forbidden(u"Only the bot's owner or an admin may do this"_s));
    // An owner is measured by what the person may, not by the scopes of the key at hand: a bot has what any member has.
    const auto owner = users::find(connection, caller.userId);
    if (!owner)
        return fail(owner.error());
    const QStringList measure = isOwn && *owner ? security::permissionsOf((*owner)->roles) : *rights;
    if (const auto allowed = checkHoldsNoMore(connection, **row, measure); !allowed)
        return fail(allowed.error());
    return **row;
}

Result<QList<UserId>> stopBotsOf(store::WriteTransaction &transaction, const AuditService &audit,
                                 const AuditOrigin &origin, UserId owner)
{
    auto bots = users::activeBotsOf(transaction.connection(), owner);
    if (!bots)
        return bots;
    for (const UserId bot : *bots) {
        if (const auto stopped = users::setActive(transaction.connection(), bot, false); !stopped)
            return fail(stopped.error());
        if (const auto told = audit.record(transaction, origin, audit_action::kUserDeactivated, bot); !told)
            return fail(told.error());
    }
    return bots;
}

} // namespace plexi::services
