// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/user_administration.h"

#include "server/security/password_hasher.h"
#include "server/security/permissions.h"
#include "server/services/account_rights.h"
#include "server/services/account_rules.h"
#include "server/services/bot_accounts.h"
#include "server/store/sessions_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace sessions = store::sessions;
namespace users = store::users;
using store::Connection;
using store::WriteTransaction;

namespace {

Result<QString> checkedHash(const QString &password, const QStringList &ownWords)
{
    if (const auto good = checkNewPassword(password, ownWords); !good)
        return fail(good.error());
    return security::PasswordHasher::hashAndWait(password);
}

Result<> checkRole(const QString &role)
{
    if (!security::roleFromName(role))
        return fail(Error::validation(u"role"_s, u"Must be user, moderator or admin"_s));
    return {};
}

} // namespace

UserAdministration::UserAdministration(store::Database &database, UsersService &users, const AuditService &audit,
                                       const QString &dataDirectory)
    : m_database(database), m_users(users), m_audit(audit), m_initialPassword(dataDirectory)
{
}

Result<UserId> UserAdministration::add(const Draft &draft)
{
    if (const auto known = checkRole(draft.role); !known)
        return fail(known.error());
    const auto hash = checkedHash(draft.password, {draft.username, draft.email});
    if (!hash)
        return fail(hash.error());
    const NewAccount account{.username = draft.username,
                             .email = draft.email,
                             .displayName = draft.displayName,
                             .passwordHash = *hash,
                             .roles = {draft.role}};
    return m_database.writeAndWait(
        [&](WriteTransaction &transaction) { return m_users.insertAccount(transaction, account); });
}

Result<QList<users::Row>> UserAdministration::list()
{
    return users::list(m_database.reader());
}

Result<> UserAdministration::setPassword(const QString &username, const QString &password)
{
    const auto hash = checkedHash(password, {username});
    if (!hash)
        return fail(hash.error());
    const auto changed = change(username, [&](WriteTransaction &transaction, const users::Row &row) -> Result<> {
        Connection &connection = transaction.connection();
        if (row.isBot)
            return fail({.code = ErrorCode::Conflict, .message = u"A bot has no password"_s});
        if (const auto stored = users::setPasswordHash(connection, row.id, *hash); !stored)
            return stored;
        if (auto told = m_audit.record(transaction, {}, audit_action::kPasswordReset, row.id); !told)
            return told;
        return sessions::removeAll(connection, row.id);
    });
    if (changed)
        m_initialPassword.forgetFor(username.toLower());
    return changed;
}

Result<> UserAdministration::setRole(const QString &username, const QString &role)
{
    if (const auto known = checkRole(role); !known)
        return fail(known.error());
    return change(username, [&](WriteTransaction &transaction, const users::Row &row) -> Result<> {
        if (auto stored = users::setRoles(transaction.connection(), row.id, {role}); !stored)
            return stored;
        return m_audit.record(transaction, {}, audit_action::kRolesChanged, row.id, role);
    });
}

Result<> UserAdministration::setActive(const QString &username, bool isActive)
{
    return change(username, [&](WriteTransaction &transaction, const users::Row &row) -> Result<> {
        Connection &connection = transaction.connection();
        if (auto stored = users::setActive(connection, row.id, isActive); !stored)
            return stored;
        const auto action = isActive ? audit_action::kUserActivated : audit_action::kUserDeactivated;
        if (auto told = m_audit.record(transaction, {}, action, row.id); !told || isActive)
            return told;
        if (const auto stopped = stopBotsOf(transaction, m_audit, {}, row.id); !stopped)
            return fail(stopped.error());
        return sessions::removeAll(connection, row.id);
    });
}

Result<> UserAdministration::change(const QString &username,
                                    const std::function<Result<>(WriteTransaction &, const users::Row &)> &change)
{
    return m_database.writeAndWait([&](WriteTransaction &transaction) -> Result<> {
        Connection &connection = transaction.connection();
        const auto row = users::findByLogin(connection, username);
        if (!row)
            return fail(row.error());
        if (!*row)
            return fail(Error::notFound(u"User"));
        return keepingAnAdmin(connection, [&] { return change(transaction, **row); });
    });
}

} // namespace plexi::services
