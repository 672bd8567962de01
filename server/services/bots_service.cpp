// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/bots_service.h"

#include "server/security/password_hasher.h"
#include "server/security/permissions.h"
#include "server/services/account_rights.h"
#include "server/services/bot_accounts.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace users = store::users;
using security::Principal;
using store::WriteTransaction;

namespace {

ApiKeysService::Admission managing(const Principal &caller, UserId bot)
{
    return [caller, bot](store::Connection &connection) -> Result<> {
        const auto row = managedBot(connection, caller, bot);
        return row ? Result<>() : fail(row.error());
    };
}

} // namespace

Result<BotsService::Page> BotsService::list(const Principal &caller, qint64 page, qint64 limit)
{
    store::Connection &connection = d.database.reader();
    const bool seesAll = caller.can(security::permission::kUsersRead);
    const auto owner = seesAll ? std::nullopt : std::optional(caller.userId);
    const auto count = users::countBots(connection, owner);
    if (!count)
        return fail(count.error());
    const auto rows = users::bots(connection, owner, limit, (page - 1) * limit);
    if (!rows)
        return fail(rows.error());
    Page found{.users = {}, .totalCount = *count};
    for (const users::Row &row : *rows) {
        auto bot = d.users.wholeProfile(connection, row);
        if (!bot)
            return fail(std::move(bot.error()));
        found.users.append(std::move(*bot));
    }
    return found;
}

Result<UserId> BotsService::insert(WriteTransaction &transaction, const Principal &caller, const protocol::NewBot &bot)
{
    store::Connection &connection = transaction.connection();
    if (const auto rights = requireRight(connection, caller, security::permission::kBotsManage); !rights)
        return fail(rights.error());
    const auto owner = existingAccount(connection, caller.userId);
    if (!owner)
        return fail(owner.error());
    if (owner->isBot)
        return fail(Error::forbidden(u"A bot cannot own bots"_s));
    const auto count = users::countBots(connection, caller.userId);
    if (!count)
        return fail(count.error());
    if (*count >= kMaxBotsPerPerson)
        return fail({.code = ErrorCode::Conflict,
                     .message = u"At most %1 bots for each person; delete one first"_s.arg(kMaxBotsPerPerson)});
    return d.users.insertAccount(transaction,
                                 {.username = bot.username,
                                  .email = {},
                                  .displayName = bot.displayName,
                                  .passwordHash = security::PasswordHasher::unmatchableHash(),
                                  .roles = {security::roleName(security::Role::User)},
                                  .bot = protocol::User::Bot{caller.userId, bot.description},
                                  .origin = AuditOrigin::of(caller),
                                  .action = audit_action::kBotMade});
}

QCoro::Task<Result<protocol::User>> BotsService::create(Principal caller, protocol::NewBot bot)
{
    auto job = [this, caller, bot](WriteTransaction &transaction) -> Result<protocol::User> {
        const auto made = insert(transaction, caller, bot);
        if (!made)
            return fail(made.error());
        const auto row = existingAccount(transaction.connection(), *made);
        if (!row)
            return fail(row.error());
        return d.users.wholeProfile(transaction.connection(), *row);
    };
    Result<protocol::User> made = co_await d.database.write(std::move(job));
    co_return made;
}

QCoro::Task<Result<protocol::User>> BotsService::update(Principal caller, UserId bot, protocol::BotChange change)
{
    auto job = [this, caller, bot, change](WriteTransaction &transaction) {
        return applyChange(transaction, caller, bot, change);
    };
    Result<protocol::User> changed = co_await d.database.write(std::move(job));
    co_return changed;
}

Result<protocol::User> BotsService::applyChange(WriteTransaction &transaction, const Principal &caller, UserId bot,
                                                const protocol::BotChange &change)
{
    store::Connection &connection = transaction.connection();
    const auto row = managedBot(connection, caller, bot);
    if (!row)
        return fail(row.error());
    if (const auto changed = applyParticulars(transaction, caller, *row, change); !changed)
        return fail(changed.error());
    if (change.displayName) {
        const protocol::ProfileChange profile{
            .displayName = change.displayName, .email = std::nullopt, .preferences = std::nullopt};
        if (const auto stored = d.users.changeProfile(transaction, AuditOrigin::of(caller), *row, profile); !stored)
            return fail(stored.error());
    }
    if (change.isActive && *change.isActive != row->isActive) {
        if (const auto stored = d.accounts.setActive(transaction, AuditOrigin::of(caller), bot, *change.isActive);
            !stored)
            return fail(stored.error());
    }
    const auto now = existingAccount(connection, bot);
    if (!now)
        return fail(now.error());
    return d.users.wholeProfile(connection, *now);
}

Result<> BotsService::applyParticulars(WriteTransaction &transaction, const Principal &caller, const users::Row &row,
                                       const protocol::BotChange &change)
{
    store::Connection &connection = transaction.connection();
    QStringList fields;
    if (change.description && *change.description != row.botDescription)
        fields.append(u"description"_s);
    if (change.ownerId && change.ownerId != row.botOwner) {
        const auto owner = users::find(connection, *change.ownerId);
        if (!owner)
            return fail(owner.error());
        if (!*owner || !(*owner)->isActive || (*owner)->isBot)
            return fail(Error::notFound(u"User"));
        fields.append(u"owner_id"_s);
    }
    if (fields.isEmpty())
        return {};
    const auto owner = change.ownerId ? change.ownerId : row.botOwner;
    if (auto stored = users::updateBot(connection, row.id, owner, change.description.value_or(row.botDescription));
        !stored)
        return stored;
    return d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kBotChanged, row.id, fields.join(u' '));
}

QCoro::Task<Result<>> BotsService::remove(Principal caller, UserId bot)
{
    auto job = [this, caller, bot](WriteTransaction &transaction) -> Result<QList<ChannelId>> {
        if (const auto row = managedBot(transaction.connection(), caller, bot); !row)
            return fail(row.error());
        return d.accounts.removeAccount(transaction, AuditOrigin::of(caller), bot);
    };
    const Result<QList<ChannelId>> gone = co_await d.database.write(std::move(job));
    if (!gone)
        co_return fail(gone.error());
    for (const ChannelId channel : *gone)
        (void)co_await d.channels.purge(channel);
    co_return Result<>();
}

Result<QList<protocol::ApiKey>> BotsService::keys(const Principal &caller, UserId bot)
{
    if (const auto row = managedBot(d.database.reader(), caller, bot); !row)
        return fail(row.error());
    return d.apiKeys.listOf(bot);
}

QCoro::Task<Result<protocol::ApiKey>> BotsService::createKey(Principal caller, UserId bot, protocol::NewApiKey request)
{
    auto admission = managing(caller, bot);
    co_return co_await d.apiKeys.createFor(std::move(caller), bot, std::move(admission), std::move(request));
}

QCoro::Task<Result<>> BotsService::removeKey(Principal caller, UserId bot, ApiKeyId key)
{
    auto admission = managing(caller, bot);
    co_return co_await d.apiKeys.removeOf(std::move(caller), bot, std::move(admission), key);
}

} // namespace plexi::services
