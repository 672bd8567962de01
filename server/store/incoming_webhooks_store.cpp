// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/incoming_webhooks_store.h"

#include "server/store/rows.h"

// What every query reads, in the order of readRow().
#define HOOK_COLUMNS                                                                                                   \
    "SELECT h.id, h.channel_id, h.bot_id, h.name, h.created_by, h.created_at, h.last_used_at, h.owns_bot"              \
    " FROM incoming_webhooks h JOIN channels c ON c.id = h.channel_id AND c.deleted_at IS NULL"

namespace plexi::store::incoming_webhooks {

namespace {

Row readRow(const QSqlQuery &query)
{
    return {.webhook = {.id = IncomingWebhookId(integer(query, 0)),
                        .channelId = ChannelId(integer(query, 1)),
                        .botId = UserId(integer(query, 2)),
                        .name = query.value(3).toString(),
                        .createdBy = UserId(integer(query, 4)),
                        .createdAt = moment(query, 5),
                        .lastUsedAt = optionalMoment(query, 6)},
            .ownsBot = query.value(7).toBool()};
}

Result<std::optional<Row>> readOne(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    std::optional<Row> row;
    if ((*query)->next())
        row = readRow(**query);
    (*query)->finish();
    return row;
}

} // namespace

Result<> insert(Connection &connection, const Row &row, const QByteArray &tokenHash)
{
    const protocol::IncomingWebhook &webhook = row.webhook;
    return done(connection.execute(
        "INSERT INTO incoming_webhooks (id, channel_id, bot_id, name, token_hash, owns_bot, created_by, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {webhook.id.value(), webhook.channelId.value(), webhook.botId.value(), webhook.name, tokenHash, row.ownsBot,
         webhook.createdBy.value(), webhook.createdAt.ms}));
}

Result<std::optional<Row>> find(Connection &connection, IncomingWebhookId id)
{
    return readOne(connection.run(HOOK_COLUMNS " WHERE h.id = ?", {id.value()}));
}

Result<std::optional<Row>> findByToken(Connection &connection, const QByteArray &tokenHash)
{
    return readOne(connection.run(HOOK_COLUMNS " WHERE h.token_hash = ?", {tokenHash}));
}

Result<QList<Row>> list(Connection &connection, ChannelId channel)
{
    const auto query = connection.run(HOOK_COLUMNS " WHERE h.channel_id = ? ORDER BY h.id", {channel.value()});
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    while ((*query)->next())
        rows.append(readRow(**query));
    (*query)->finish();
    return rows;
}

Result<qint64> count(Connection &connection, ChannelId channel)
{
    return firstInteger(
        connection.run("SELECT count(*) FROM incoming_webhooks WHERE channel_id = ?", {channel.value()}));
}

Result<qint64> countOfBot(Connection &connection, UserId bot)
{
    return firstInteger(connection.run("SELECT count(*) FROM incoming_webhooks WHERE bot_id = ?", {bot.value()}));
}

Result<> rename(Connection &connection, IncomingWebhookId id, const QString &name)
{
    return done(connection.execute("UPDATE incoming_webhooks SET name = ? WHERE id = ?", {name, id.value()}));
}

Result<> setToken(Connection &connection, IncomingWebhookId id, const QByteArray &tokenHash)
{
    return done(
        connection.execute("UPDATE incoming_webhooks SET token_hash = ? WHERE id = ?", {tokenHash, id.value()}));
}

Result<> setLastUsedAt(Connection &connection, IncomingWebhookId id, Timestamp moment)
{
    return done(
        connection.execute("UPDATE incoming_webhooks SET last_used_at = ? WHERE id = ?", {moment.ms, id.value()}));
}

Result<> remove(Connection &connection, IncomingWebhookId id)
{
    return done(connection.execute("DELETE FROM incoming_webhooks WHERE id = ?", {id.value()}));
}

} // namespace plexi::store::incoming_webhooks
