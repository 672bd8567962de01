// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/services/accounts_service.h"
#include "server/services/api_keys_service.h"
#include "server/services/audit_service.h"
#include "server/services/channels_service.h"
#include "server/services/users_service.h"
#include "server/store/database.h"
#include "shared/protocol/bot.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/**
 * Programs that take part like people: accounts without a password, which come with API keys that their owner makes.
 * They are users in everything else. Thread-safe. Coroutines need an event loop on the calling thread.
 *
 * Errors: NotFound for what is no bot, InsufficientPermissions for another's; admins look after everybody's.
 */
class BotsService
{
public:
    /** Not owned; they outlive the service. */
    struct Parts {
        store::Database &database;
        const AuditService &audit;
        UsersService &users;
        AccountsService &accounts;
        ApiKeysService &apiKeys;
        ChannelsService &channels;
    };
    explicit BotsService(const Parts &parts) : d(parts) { }

    static constexpr qint64 kMaxBotsPerPerson = 50;

    using Page = AccountsService::Page;
    /** The caller's own, or everybody's for who may read all accounts. By user name; @p page counts from 1. */
    Result<Page> list(const security::Principal &caller, qint64 page, qint64 limit);

    /** An ordinary user in its rights. Conflict where the name is taken or the caller has too many; bots make none. */
    QCoro::Task<Result<protocol::User>> create(security::Principal caller, protocol::NewBot bot);
    /** The same on the writer's thread, where something else is made that speaks as the bot. */
    Result<UserId> insert(store::WriteTransaction &transaction, const security::Principal &caller,
                          const protocol::NewBot &bot);

    /** NotFound for an owner who is no active person. One that is not active any more loses its sockets at once. */
    QCoro::Task<Result<protocol::User>> update(security::Principal caller, UserId bot, protocol::BotChange change);
    /** As for people: what it said stays, by a nameless "Deleted user". */
    QCoro::Task<Result<>> remove(security::Principal caller, UserId bot);

    /** As for one's own keys. */
    Result<QList<protocol::ApiKey>> keys(const security::Principal &caller, UserId bot);
    QCoro::Task<Result<protocol::ApiKey>> createKey(security::Principal caller, UserId bot,
                                                    protocol::NewApiKey request);
    QCoro::Task<Result<>> removeKey(security::Principal caller, UserId bot, ApiKeyId key);

private:
    Result<protocol::User> applyChange(store::WriteTransaction &transaction, const security::Principal &caller,
                                       UserId bot, const protocol::BotChange &change);
    Result<> applyParticulars(store::WriteTransaction &transaction, const security::Principal &caller,
                              const store::users::Row &row, const protocol::BotChange &change);

    const Parts d;
};

} // namespace plexi::services
