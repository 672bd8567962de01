// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/incoming_webhook.h"

#include <optional>

/**
 * Rows of incoming webhooks. Reads take any connection, writes the writer's, inside a job; each function fails as
 * Connection::run does and on no other ground.
 */
namespace plexi::store::incoming_webhooks {

/** Without the secret, which is kept as its SHA-256 alone. */
struct Row {
    protocol::IncomingWebhook webhook;
    /** The bot was made for it, and goes with it. */
    bool ownsBot = false;
};

Result<> insert(Connection &connection, const Row &row, const QByteArray &tokenHash);
Result<std::optional<Row>> find(Connection &connection, IncomingWebhookId id);
Result<std::optional<Row>> findByToken(Connection &connection, const QByteArray &tokenHash);
/** Of a channel, oldest first. */
Result<QList<Row>> list(Connection &connection, ChannelId channel);
Result<qint64> count(Connection &connection, ChannelId channel);
Result<qint64> countOfBot(Connection &connection, UserId bot);
Result<> rename(Connection &connection, IncomingWebhookId id, const QString &name);
Result<> setToken(Connection &connection, IncomingWebhookId id, const QByteArray &tokenHash);
Result<> setLastUsedAt(Connection &connection, IncomingWebhookId id, Timestamp moment);
Result<> remove(Connection &connection, IncomingWebhookId id);

} // namespace plexi::store::incoming_webhooks
