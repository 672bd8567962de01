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
    if ((*row)->botOwner != caller.userId && !rights->contains(security::permission::kUsersUpdate))
        return fail(Error::forbidden(u"Only the bot's owner or an admin may do this"_s));
    if (const auto allowed = checkHoldsNoMore(connection, **row, *rights); !allowed)
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
