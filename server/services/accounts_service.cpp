// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/accounts_service.h"

#include "server/security/crypto.h"
#include "server/security/permissions.h"
#include "server/services/account_rights.h"
#include "server/services/account_rules.h"
#include "server/services/bot_accounts.h"
#include "server/store/audit_store.h"
#include "server/store/sessions_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace sessions = store::sessions;
namespace users = store::users;
using security::Principal;
using store::WriteTransaction;

namespace {

// 120 bits, 21 characters.
constexpr qsizetype kTemporaryPasswordBytes = 15;

} // namespace

AccountsService::AccountsService(const Parts &parts, const QString &dataDirectory)
    : d(parts), m_initialPassword(dataDirectory)
{
}

Result<AccountsService::Page> AccountsService::list(const users::Filter &filter, qint64 page, qint64 limit)
{
    store::Connection &connection = d.database.reader();
    const auto count = users::count(connection, filter);
    if (!count)
        return fail(count.error());
    const auto rows = users::page(connection, filter, limit, (page - 1) * limit);
    if (!rows)
        return fail(rows.error());
    Page found{.users = {}, .totalCount = *count};
    for (const users::Row &row : *rows) {
        auto user = d.users.wholeProfile(connection, row);
        if (!user)
            return fail(user.error());
        found.users.append(std::move(*user));
    }
    return found;
}

QCoro::Task<Result<protocol::User>> AccountsService::create(Principal caller, protocol::NewUser user)
{
    if (const auto name = checkedUsername(user.username); !name)
        co_return fail(name.error());
    if (const auto good = checkNewPassword(user.password, {user.username, user.email}); !good)
        co_return fail(good.error());
    if (user.roles.isEmpty())
        user.roles = {security::roleName(security::Role::User)};
    if (user.roles != QStringList{security::roleName(security::Role::User)}) {
        if (const auto proven = d.auth.requireRecentProof(caller); !proven)
            co_return fail(proven.error());
    }
    const auto hash = co_await d.hasher.hash(user.password);
    if (!hash)
        co_return fail(hash.error());
    const NewAccount account{.username = user.username,
                             .email = user.email,
                             .displayName = user.displayName,
                             .passwordHash = *hash,
                             .roles = user.roles,
                             .origin = AuditOrigin::of(caller)};
    auto job = [this, caller, account](WriteTransaction &transaction) -> Result<protocol::User> {
        store::Connection &connection = transaction.connection();
        const auto rights = requireRight(connection, caller, security::permission::kUsersCreate);
        if (!rights)
            return fail(rights.error());
        if (const auto allowed = checkMayGrant(connection, account.roles, *rights); !allowed)
            return fail(allowed.error());
        const auto made = d.users.insertAccount(transaction, account);
        if (!made)
            return fail(made.error());
        const auto row = existingAccount(connection, *made);
        if (!row)
            return fail(row.error());
        return d.users.wholeProfile(connection, *row);
    };
    Result<protocol::User> made = co_await d.database.write(std::move(job));
    co_return made;
}

QCoro::Task<Result<protocol::User>> AccountsService::update(Principal caller, UserId user,
                                                            protocol::AccountChange change)
{
    auto job = [this, caller, user, change,
                proven = d.auth.requireRecentProof(caller)](WriteTransaction &transaction) -> Result<protocol::User> {
        Result<protocol::User> changed;
        const auto kept = keepingAnAdmin(transaction.connection(), [&]() -> Result<> {
            changed = applyChange(transaction, caller, user, change, proven);
            return changed ? Result<>() : fail(changed.error());
        });
        if (!kept)
            return fail(kept.error());
        return changed;
    };
    Result<protocol::User> changed = co_await d.database.write(std::move(job));
    co_return changed;
}

Result<protocol::User> AccountsService::applyChange(WriteTransaction &transaction, const Principal &caller, UserId user,
                                                    const protocol::AccountChange &change, const Result<> &proven)
{
    store::Connection &connection = transaction.connection();
    const auto rights = requireRight(connection, caller, security::permission::kUsersUpdate);
    if (!rights)
        return fail(rights.error());
    const auto row = existingAccount(connection, user);
    if (!row)
        return fail(row.error());
    if (const auto allowed = checkHoldsNoMore(connection, *row, *rights); !allowed)
        return fail(allowed.error());
    if (change.displayName || change.email) {
        const protocol::ProfileChange profile{
            .displayName = change.displayName, .email = change.email, .preferences = std::nullopt};
        if (const auto stored = d.users.changeProfile(transaction, AuditOrigin::of(caller), *row, profile); !stored)
            return fail(stored.error());
    }
    if (change.roles) {
        if (const auto stored = applyRoles(transaction, caller, *row, *change.roles, *rights, proven); !stored)
            return fail(stored.error());
    }
    if (change.isActive && *change.isActive != row->isActive) {
        if (const auto stored = setActive(transaction, AuditOrigin::of(caller), user, *change.isActive); !stored)
            return fail(stored.error());
    }
    const auto changed = existingAccount(connection, user);
    if (!changed)
        return fail(changed.error());
    return d.users.wholeProfile(connection, *changed);
}

Result<> AccountsService::applyRoles(WriteTransaction &transaction, const Principal &caller, const users::Row &row,
                                     const QStringList &roles, const QStringList &rights, const Result<> &proven)
{
    if (QSet<QString>(roles.begin(), roles.end()) == QSet<QString>(row.roles.begin(), row.roles.end()))
        return {};
    if (!proven)
        return proven;
    if (auto allowed = checkMayGrant(transaction.connection(), roles, rights); !allowed)
        return allowed;
    if (auto stored = users::setRoles(transaction.connection(), row.id, roles); !stored)
        return stored;
    return d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kRolesChanged, row.id, roles.join(u' '));
}

Result<> AccountsService::setActive(WriteTransaction &transaction, const AuditOrigin &origin, UserId user,
                                    bool isActive)
{
    if (auto stored = users::setActive(transaction.connection(), user, isActive); !stored)
        return stored;
    const auto action = isActive ? audit_action::kUserActivated : audit_action::kUserDeactivated;
    if (auto told = d.audit.record(transaction, origin, action, user); !told || isActive)
        return told;
    return shutOut(transaction, origin, user);
}

Result<> AccountsService::shutOut(WriteTransaction &transaction, const AuditOrigin &origin, UserId user)
{
    transaction.afterCommit([&publisher = d.publisher, user] { publisher.endUser(user); });
    if (auto ended = sessions::removeAll(transaction.connection(), user); !ended)
        return ended;
    const auto stopped = stopBotsOf(transaction, d.audit, origin, user);
    if (!stopped)
        return fail(stopped.error());
    transaction.afterCommit([&publisher = d.publisher, stopped = *stopped] {
        for (const UserId bot : stopped)
            publisher.endUser(bot);
    });
    return {};
}

QCoro::Task<Result<>> AccountsService::remove(Principal caller, UserId user)
{
    const auto named = existingAccount(d.database.reader(), user);
    auto job = [this, caller, user](WriteTransaction &transaction) -> Result<QList<ChannelId>> {
        Result<QList<ChannelId>> gone;
        const auto kept = keepingAnAdmin(transaction.connection(), [&]() -> Result<> {
            gone = applyRemoval(transaction, caller, user);
            return gone ? Result<>() : fail(gone.error());
        });
        if (!kept)
            return fail(kept.error());
        return gone;
    };
    const Result<QList<ChannelId>> gone = co_await d.database.write(std::move(job));
    if (!gone)
        co_return fail(gone.error());
    if (named)
        m_initialPassword.forgetFor(named->username);
    for (const ChannelId channel : *gone)
        (void)co_await d.channels.purge(channel);
    co_return Result<>();
}

Result<QList<ChannelId>> AccountsService::applyRemoval(WriteTransaction &transaction, const Principal &caller,
                                                       UserId user)
{
    store::Connection &connection = transaction.connection();
    const auto rights = requireRight(connection, caller, security::permission::kUsersDelete);
    if (!rights)
        return fail(rights.error());
    const auto row = existingAccount(connection, user);
    if (!row)
        return fail(row.error());
    if (const auto allowed = checkHoldsNoMore(connection, *row, *rights); !allowed)
        return fail(allowed.error());
    return removeAccount(transaction, AuditOrigin::of(caller), user);
}

Result<QList<ChannelId>> AccountsService::removeAccount(WriteTransaction &transaction, const AuditOrigin &origin,
                                                        UserId user)
{
    store::Connection &connection = transaction.connection();
    if (const auto out = shutOut(transaction, origin, user); !out)
        return fail(out.error());
    if (const auto disowned = users::disownBots(connection, user); !disowned)
        return fail(disowned.error());
    auto gone = d.members.removeEverywhere(transaction, user);
    if (!gone)
        return fail(gone.error());
    if (const auto told = d.audit.record(transaction, origin, audit_action::kUserDeleted, user); !told)
        return fail(told.error());
    if (const auto forgotten = store::audit::forget(connection, user); !forgotten)
        return fail(forgotten.error());
    if (const auto left = users::removePerson(connection, user, security::PasswordHasher::unmatchableHash(),
                                              Timestamp::now());
        !left)
        return fail(left.error());
    return gone;
}

QCoro::Task<Result<std::optional<QString>>> AccountsService::resetPassword(Principal caller, UserId user,
                                                                           std::optional<QString> password)
{
    if (const auto proven = d.auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    const auto named = existingAccount(d.database.reader(), user);
    if (!named)
        co_return fail(named.error());
    std::optional<QString> made;
    if (!password)
        made = QString::fromLatin1(security::base62(security::randomBytes(kTemporaryPasswordBytes)));
    else if (const auto good = checkNewPassword(*password, {named->username, named->email}); !good)
        co_return fail(good.error());
    const auto hash = co_await d.hasher.hash(made ? *made : *password);
    if (!hash)
        co_return fail(hash.error());
    auto job = [this, caller, user, hash = *hash](WriteTransaction &transaction) -> Result<> {
        store::Connection &connection = transaction.connection();
        const auto rights = requireRight(connection, caller, security::permission::kUsersUpdate);
        if (!rights)
            return fail(rights.error());
        const auto row = existingAccount(connection, user);
        if (!row)
            return fail(row.error());
        if (auto allowed = checkHoldsNoMore(connection, *row, *rights); !allowed)
            return allowed;
        if (row->isBot)
            return fail({.code = ErrorCode::Conflict, .message = u"A bot has no password"_s});
        if (auto stored = users::setPasswordHash(connection, user, hash); !stored)
            return stored;
        const auto ended = sessions::removeOthers(connection, user, SessionId());
        if (!ended)
            return fail(ended.error());
        transaction.afterCommit([&publisher = d.publisher, ended = *ended] {
            for (const SessionId each : ended)
                publisher.endSession(each);
        });
        return d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kPasswordReset, user);
    };
    const Result<> reset = co_await d.database.write(std::move(job));
    if (!reset)
        co_return fail(reset.error());
    m_initialPassword.forgetFor(named->username);
    co_return made;
}

} // namespace plexi::services
