// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/scheduled_message.h"

#include <optional>

/**
 * Messages that wait for their time, and those that could not be sent when it came. Reads take any connection, writes the
 * writer's, inside a job; each function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::scheduled_messages {

struct Row {
    UserId userId;
    protocol::ScheduledMessage scheduled;
};

Result<std::optional<Row>> find(Connection &connection, ScheduledId id);
Result<std::optional<Row>> findByClientId(Connection &connection, UserId author, const QString &clientMessageId);
/** Of those that wait, the one whose time comes first. */
Result<std::optional<Row>> next(Connection &connection);

/** The author's own, by time, from the @p offset-th on. */
Result<QList<Row>> list(Connection &connection, UserId author, qint64 limit, qint64 offset);
Result<qint64> count(Connection &connection, UserId author);

Result<> insert(Connection &connection, const Row &row);
/** Writes content, its type, the time and the failure. */
Result<> update(Connection &connection, const protocol::ScheduledMessage &scheduled);
Result<> remove(Connection &connection, ScheduledId id);

} // namespace plexi::store::scheduled_messages
