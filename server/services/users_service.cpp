// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/users_service.h"

#include "server/security/permissions.h"
#include "server/services/account_rights.h"
#include "server/services/account_rules.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace users = store::users;

namespace {

std::unexpected<Error> taken(const QString &field, const QString &message)
{
    return fail({.code = ErrorCode::Conflict, .message = message, .details = {{"field"_L1, field}}});
}

std::unexpected<Error> emailTaken()
{
    return taken(u"email"_s, u"The e-mail address is taken"_s);
}

Result<users::Row> existing(const Result<std::optional<users::Row>> &found)
{
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(Error::notFound(u"User"));
    return **found;
}

protocol::User withPrivatePart(protocol::User user, const users::Row &row, const QStringList &permissions)
{
    user.own = protocol::User::Private{
        .email = row.email, .permissions = permissions, .lastLogin = row.lastLogin, .preferences = row.preferences};
    return user;
}

} // namespace

UsersService::UsersService(store::Database &database, const AuditService &audit, AccountHook onAccountMade)
    : m_database(database), m_audit(audit), m_onAccountMade(std::move(onAccountMade))
{
}

std::optional<QString> UsersService::avatarUrl(const users::Row &row) const
{
    if (row.avatarKey.isEmpty())
        return std::nullopt;
    return u"%1/api/v1/users/%2/avatar?v=%3"_s.arg(m_publicUrl, row.id.toString(), row.avatarKey);
}

protocol::User UsersService::shown(const users::Row &row) const
{
    const std::optional<Timestamp> seen = m_presence ? m_presence->lastSeen(row.id) : std::nullopt;
    return {.id = row.id,
            .username = row.username,
            .displayName = row.displayName,
            .avatarUrl = avatarUrl(row),
            .roles = row.roles,
            .createdAt = row.createdAt,
            .isActive = row.isActive,
            .status = m_presence ? m_presence->status(row.id) : protocol::PresenceStatus::Offline,
            .lastSeen = seen ? seen : row.lastSeen,
            .bot = row.isBot ? std::optional(protocol::User::Bot{row.botOwner, row.botDescription}) : std::nullopt,
            .own = std::nullopt};
}

Result<protocol::User> UsersService::ownProfile(const security::Principal &caller)
{
    const auto row = existing(users::find(m_database.reader(), caller.userId));
    if (!row)
        return fail(row.error());
    return withPrivatePart(shown(*row), *row, caller.permissions);
}

Result<protocol::User> UsersService::profile(UserId user)
{
    const auto row = existing(users::find(m_database.reader(), user));
    if (!row)
        return fail(row.error());
    return shown(*row);
}

Result<protocol::User> UsersService::profile(const security::Principal &caller, UserId user)
{
    if (user == caller.userId)
        return ownProfile(caller);
    const auto row = existing(users::find(m_database.reader(), user));
    if (!row)
        return fail(row.error());
    const bool mayRead = caller.can(security::permission::kUsersRead) && !row->isDeleted;
    return mayRead ? wholeProfile(m_database.reader(), *row) : shown(*row);
}

Result<protocol::User> UsersService::wholeProfile(store::Connection &connection, const users::Row &row) const
{
    const auto permissions = permissionsOf(connection, row);
    if (!permissions)
        return fail(permissions.error());
    return withPrivatePart(shown(row), row, *permissions);
}

Result<UsersService::Found> UsersService::search(const QString &text, qint64 page, qint64 limit)
{
    store::Connection &connection = m_database.reader();
    const auto rows = users::search(connection, text.trimmed(), limit, (page - 1) * limit);
    if (!rows)
        return fail(rows.error());
    const auto count = users::countFound(connection, text.trimmed());
    if (!count)
        return fail(count.error());
    Found found{.users = {}, .totalCount = *count};
    for (const users::Row &row : *rows)
        found.users.append(shown(row));
    return found;
}

QCoro::Task<Result<protocol::User>> UsersService::updateProfile(security::Principal caller,
                                                                protocol::ProfileChange change)
{
    auto job = [this, caller, change](store::WriteTransaction &transaction) {
        return applyChange(transaction, caller, change);
    };
    Result<protocol::User> changed = co_await m_database.write(std::move(job));
    co_return changed;
}

Result<protocol::User> UsersService::applyChange(store::WriteTransaction &transaction,
                                                 const security::Principal &caller,
                                                 const protocol::ProfileChange &change)
{
    store::Connection &connection = transaction.connection();
    const auto row = existing(users::find(connection, caller.userId));
    if (!row)
        return fail(row.error());
    const auto changed = changeProfile(transaction, AuditOrigin::of(caller), *row, change);
    if (!changed)
        return fail(changed.error());
    return withPrivatePart(shown(*changed), *changed, caller.permissions);
}

Result<users::Row> UsersService::changeProfile(store::WriteTransaction &transaction, const AuditOrigin &origin,
                                               users::Row row, const protocol::ProfileChange &change)
{
    store::Connection &connection = transaction.connection();
    QStringList fields;
    if (change.displayName) {
        const auto name = checkedDisplayName(*change.displayName);
        if (!name)
            return fail(name.error());
        row.displayName = *name;
        fields.append(u"display_name"_s);
    }
    if (change.email) {
        const auto email = checkedEmail(*change.email);
        if (!email)
            return fail(email.error());
        const auto isTaken = users::isEmailTaken(connection, *email, row.id);
        if (!isTaken)
            return fail(isTaken.error());
        if (*isTaken)
            return emailTaken();
        row.email = *email;
        fields.append(u"email"_s);
    }
    if (change.preferences) {
        const auto merged = mergedPreferences(row.preferences, *change.preferences);
        if (!merged)
            return fail(merged.error());
        row.preferences = *merged;
    }
    if (const auto updated = users::updateProfile(connection, row.id, row.displayName, row.email, row.preferences);
        !updated)
        return fail(updated.error());
    // What people like is nothing to be told of.
    if (!fields.isEmpty()) {
        if (const auto told = m_audit.record(transaction, origin, audit_action::kUserChanged, row.id,
                                             fields.join(u' '));
            !told)
            return fail(told.error());
    }
    return row;
}

std::optional<Timestamp> UsersService::storedLastSeen(UserId user)
{
    const auto row = users::find(m_database.reader(), user);
    return row && *row ? (*row)->lastSeen : std::nullopt;
}

void UsersService::storeLastSeen(UserId user, Timestamp moment)
{
    // Nobody waits for it: when it is lost, an older moment stands.
    m_database.write([user, moment](store::WriteTransaction &transaction) {
        return users::setLastSeen(transaction.connection(), user, moment);
    });
}

Result<UserId> UsersService::insertAccount(store::WriteTransaction &transaction, const NewAccount &account)
{
    store::Connection &connection = transaction.connection();
    const auto username = checkedUsername(account.username);
    if (!username)
        return fail(username.error());
    const auto email = account.email.isEmpty() ? Result<QString>(QString()) : checkedEmail(account.email);
    if (!email)
        return fail(email.error());
    const auto displayName = checkedDisplayName(account.displayName.isEmpty() ? *username : account.displayName);
    if (!displayName)
        return fail(displayName.error());

    const auto namesake = users::findByLogin(connection, *username);
    if (!namesake)
        return fail(namesake.error());
    if (*namesake)
        return taken(u"username"_s, u"The user name is taken"_s);
    if (!email->isEmpty()) {
        const auto isTaken = users::isEmailTaken(connection, *email, UserId());
        if (!isTaken)
            return fail(isTaken.error());
        if (*isTaken)
            return emailTaken();
    }

    const UserId id = account.id.value_or(m_database.ids().next<UserId>());
    const users::Row row{.id = id,
                         .username = *username,
                         .email = *email,
                         .displayName = *displayName,
                         .passwordHash = account.passwordHash,
                         .roles = account.roles,
                         .isActive = true,
                         .preferences = account.preferences,
                         .createdAt = Timestamp::now(),
                         .isBot = account.bot.has_value(),
                         .botOwner = account.bot ? account.bot->ownerId : std::nullopt,
                         .botDescription = account.bot ? account.bot->description : QString()};
    if (const auto inserted = users::insert(connection, row); !inserted)
        return fail(inserted.error());
    if (const auto told = m_audit.record(transaction, account.origin, account.action, id, row.roles.join(u' ')); !told)
        return fail(told.error());
    if (m_onAccountMade) {
        if (const auto done = m_onAccountMade(transaction, id); !done)
            return fail(done.error());
    }
    return id;
}

} // namespace plexi::services
