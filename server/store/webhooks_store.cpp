// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/webhooks_store.h"

#include "server/store/rows.h"

using namespace Qt::StringLiterals;

// What every query reads, in the order of readRow().
#define WEBHOOKS                                                                                                       \
    "SELECT w.id, w.channel_id, w.name, w.url, w.events, w.is_active, w.created_by, w.created_at, w.failing_since,"    \
    " w.disabled_at FROM webhooks w"                                                                                   \
    " LEFT JOIN channels c ON c.id = w.channel_id WHERE (w.channel_id IS NULL OR c.deleted_at IS NULL)"

namespace plexi::store::webhooks {

namespace {

using protocol::Webhook;
using protocol::WebhookDelivery;

QVariant momentOrNull(const std::optional<Timestamp> &moment)
{
    return moment ? QVariant(moment->ms) : QVariant();
}

Webhook readRow(const QSqlQuery &query)
{
    return {.id = WebhookId(integer(query, 0)),
            .channelId = optionalId<ChannelId>(query, 1),
            .name = query.value(2).toString(),
            .url = QUrl(query.value(3).toString()),
            .events = query.value(4).toString().split(u' ', Qt::SkipEmptyParts),
            .isActive = query.value(5).toBool(),
            .createdBy = UserId(integer(query, 6)),
            .createdAt = moment(query, 7),
            .failingSince = optionalMoment(query, 8),
            .disabledAt = optionalMoment(query, 9)};
}

Result<QList<Webhook>> readAll(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<Webhook> rows;
    while ((*query)->next())
        rows.append(readRow(**query));
    (*query)->finish();
    return rows;
}

} // namespace

Result<> insert(Connection &connection, const Webhook &webhook, const QByteArray &sealedSecret)
{
    return done(connection.execute(
        "INSERT INTO webhooks (id, channel_id, name, url, secret, events, created_by, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {webhook.id.value(), orNull(webhook.channelId), webhook.name, webhook.url.toString(QUrl::FullyEncoded),
         sealedSecret, webhook.events.join(u' '), webhook.createdBy.value(), webhook.createdAt.ms}));
}

Result<std::optional<Webhook>> find(Connection &connection, WebhookId id)
{
    const auto rows = readAll(connection.run(WEBHOOKS " AND w.id = ?", {id.value()}));
    if (!rows)
        return fail(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<QList<Webhook>> list(Connection &connection, std::optional<ChannelId> channel)
{
    return readAll(connection.run(WEBHOOKS " AND w.channel_id IS ? ORDER BY w.id", {orNull(channel)}));
}

Result<QList<Webhook>> active(Connection &connection)
{
    return readAll(connection.run(WEBHOOKS " AND w.is_active = 1 ORDER BY w.id"));
}

Result<> update(Connection &connection, const Webhook &webhook)
{
    return done(connection.execute("UPDATE webhooks SET name = ?, url = ?, events = ?, is_active = ?,"
                                   " failing_since = ?, disabled_at = ? WHERE id = ?",
                                   {webhook.name, webhook.url.toString(QUrl::FullyEncoded), webhook.events.join(u' '),
                                    webhook.isActive, momentOrNull(webhook.failingSince),
                                    momentOrNull(webhook.disabledAt), webhook.id.value()}));
}

Result<> remove(Connection &connection, WebhookId id)
{
    return done(connection.execute("DELETE FROM webhooks WHERE id = ?", {id.value()}));
}

Result<> enqueue(Connection &connection, const Delivery &delivery, Timestamp now)
{
    return done(connection.execute(
        "INSERT INTO webhook_deliveries (id, webhook_id, event, payload, next_attempt_at, created_at)"
        " SELECT ?, id, ?, ?, ?, ? FROM webhooks WHERE id = ? AND is_active = 1",
        {delivery.id.value(), delivery.event, delivery.payload, now.ms, now.ms, delivery.webhookId.value()}));
}

Result<qint64> countWaiting(Connection &connection, WebhookId webhook)
{
    return firstInteger(connection.run("SELECT count(*) FROM webhook_deliveries WHERE webhook_id = ? AND state = 0",
                                       {webhook.value()}));
}

Result<QList<Target>> due(Connection &connection, Timestamp now)
{
    const auto query = connection.run(
        "SELECT w.id, w.url, w.secret FROM webhooks w WHERE w.is_active = 1 AND EXISTS (SELECT 1 FROM"
        " webhook_deliveries d WHERE d.webhook_id = w.id AND d.state = 0 AND d.next_attempt_at <= ?) ORDER BY w.id",
        {now.ms});
    if (!query)
        return fail(query.error());
    QList<Target> targets;
    while ((*query)->next()) {
        targets.append({.id = WebhookId(integer(**query, 0)),
                        .url = QUrl((*query)->value(1).toString()),
                        .sealedSecret = (*query)->value(2).toByteArray()});
    }
    (*query)->finish();
    return targets;
}

Result<QList<Delivery>> dueFor(Connection &connection, WebhookId webhook, Timestamp now, qint64 limit)
{
    const auto query = connection.run(
        "SELECT id, event, payload, attempts FROM webhook_deliveries"
        " WHERE webhook_id = ? AND state = 0 AND next_attempt_at <= ? ORDER BY next_attempt_at, id LIMIT ?",
        {webhook.value(), now.ms, limit});
    if (!query)
        return fail(query.error());
    QList<Delivery> deliveries;
    while ((*query)->next()) {
        deliveries.append({.id = DeliveryId(integer(**query, 0)),
                           .webhookId = webhook,
                           .event = (*query)->value(1).toString(),
                           .payload = (*query)->value(2).toByteArray(),
                           .attempts = integer(**query, 3)});
    }
    (*query)->finish();
    return deliveries;
}

Result<std::optional<Timestamp>> nextDue(Connection &connection, Timestamp now)
{
    const auto next = firstInteger(connection.run(
        "SELECT min((SELECT min(d.next_attempt_at) FROM webhook_deliveries d"
        " WHERE d.webhook_id = w.id AND d.state = 0 AND d.next_attempt_at > ?)) FROM webhooks w WHERE w.is_active = 1",
        {now.ms}));
    if (!next)
        return fail(next.error());
    return *next == 0 ? std::nullopt : std::optional(Timestamp{*next});
}

Result<> recordAttempt(Connection &connection, DeliveryId id, const Outcome &outcome)
{
    const bool hasEnded = outcome.state != WebhookDelivery::State::Waiting;
    return done(connection.execute(
        "UPDATE webhook_deliveries SET state = ?, attempts = attempts + 1, next_attempt_at = ?, finished_at = ?,"
        " response_status = ?, fault = ? WHERE id = ? AND state = 0",
        {static_cast<int>(outcome.state), outcome.nextAttemptAt.ms, hasEnded ? QVariant(outcome.at.ms) : QVariant(),
         outcome.responseStatus ? QVariant(*outcome.responseStatus) : QVariant(), orNull(outcome.fault), id.value()}));
}

Result<> giveUpAll(Connection &connection, WebhookId webhook, Timestamp now)
{
    return done(connection.execute(
        "UPDATE webhook_deliveries SET state = 2, finished_at = ? WHERE webhook_id = ? AND state = 0",
        {now.ms, webhook.value()}));
}

Result<> forgetOld(Connection &connection, WebhookId webhook, qint64 kept)
{
    return done(connection.execute(
        "DELETE FROM webhook_deliveries WHERE webhook_id = ? AND state <> 0 AND id <="
        " (SELECT id FROM webhook_deliveries WHERE webhook_id = ? AND state <> 0 ORDER BY id DESC LIMIT 1 OFFSET ?)",
        {webhook.value(), webhook.value(), kept}));
}

Result<QList<WebhookDelivery>> deliveries(Connection &connection, WebhookId webhook, DeliveryId before, qint64 limit)
{
    const auto query = connection.run(
        "SELECT id, event, state, attempts, next_attempt_at, created_at, finished_at, response_status, fault"
        " FROM webhook_deliveries WHERE webhook_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
        {webhook.value(), before.value(), limit});
    if (!query)
        return fail(query.error());
    QList<WebhookDelivery> found;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        const auto state = static_cast<WebhookDelivery::State>(integer(row, 2));
        const bool isWaiting = state == WebhookDelivery::State::Waiting;
        found.append({.id = DeliveryId(integer(row, 0)),
                      .event = row.value(1).toString(),
                      .state = state,
                      .attempts = integer(row, 3),
                      .nextAttemptAt = isWaiting ? std::optional(moment(row, 4)) : std::nullopt,
                      .createdAt = moment(row, 5),
                      .finishedAt = optionalMoment(row, 6),
                      .responseStatus = row.isNull(7) ? std::nullopt : std::optional(integer(row, 7)),
                      .fault = optionalText(row, 8)});
    }
    (*query)->finish();
    return found;
}

Result<bool> sendAgain(Connection &connection, WebhookId webhook, DeliveryId id, Timestamp now)
{
    const auto changed = connection.execute(
        "UPDATE webhook_deliveries SET state = 0, attempts = 0, next_attempt_at = ?, finished_at = NULL"
        " WHERE id = ? AND webhook_id = ?",
        {now.ms, id.value(), webhook.value()});
    if (!changed)
        return fail(changed.error());
    return *changed > 0;
}

} // namespace plexi::store::webhooks
