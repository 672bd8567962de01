// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/webhook.h"

#include <optional>

/**
 * Rows of webhooks and of what they are to be told. Reads take any connection, writes the writer's, inside a job; each
 * function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::webhooks {

Result<> insert(Connection &connection, const protocol::Webhook &webhook, const QByteArray &sealedSecret);
Result<std::optional<protocol::Webhook>> find(Connection &connection, WebhookId id);
/** Of a channel, or of all public channels; oldest first. */
Result<QList<protocol::Webhook>> list(Connection &connection, std::optional<ChannelId> channel);
/** Those that are told of something. */
Result<QList<protocol::Webhook>> active(Connection &connection);
/** Writes name, address, events, whether it is active, and how it fares. */
Result<> update(Connection &connection, const protocol::Webhook &webhook);
/** With everything that waits for it. */
Result<> remove(Connection &connection, WebhookId id);

/** Something to be sent. */
struct Delivery {
    DeliveryId id;
    WebhookId webhookId;
    QString event;
    QByteArray payload;
    qint64 attempts = 0;
};

/** Adds it to what waits. Does nothing where the webhook is gone or not active. */
Result<> enqueue(Connection &connection, const Delivery &delivery, Timestamp now);
Result<qint64> countWaiting(Connection &connection, WebhookId webhook);

/** Where and how to send what waits for a webhook. */
struct Target {
    WebhookId id;
    QUrl url;
    QByteArray sealedSecret;
};
/** The active webhooks for which something is due. */
Result<QList<Target>> due(Connection &connection, Timestamp now);
/** What is due for one of them, the oldest first. */
Result<QList<Delivery>> dueFor(Connection &connection, WebhookId webhook, Timestamp now, qint64 limit);
/** When something is due that is not yet. */
Result<std::optional<Timestamp>> nextDue(Connection &connection, Timestamp now);

/** How an attempt ended. */
struct Outcome {
    protocol::WebhookDelivery::State state = protocol::WebhookDelivery::State::Waiting;
    Timestamp at;
    /** Of one that waits for the next attempt. */
    Timestamp nextAttemptAt;
    std::optional<int> responseStatus;
    std::optional<QString> fault;
};
Result<> recordAttempt(Connection &connection, DeliveryId id, const Outcome &outcome);
/** Nothing waits for the webhook any more. */
Result<> giveUpAll(Connection &connection, WebhookId webhook, Timestamp now);
/** Keeps the newest @p kept of those that have ended. */
Result<> forgetOld(Connection &connection, WebhookId webhook, qint64 kept);

/** Newest first, with ids below @p before. */
Result<QList<protocol::WebhookDelivery>> deliveries(Connection &connection, WebhookId webhook, DeliveryId before,
                                                    qint64 limit);
/** Sends it once more, as if it had never been tried. False where the webhook has none of that id. */
Result<bool> sendAgain(Connection &connection, WebhookId webhook, DeliveryId id, Timestamp now);

} // namespace plexi::store::webhooks
