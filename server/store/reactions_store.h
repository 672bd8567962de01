// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"

/**
 * Who reacted to which message with what; messages_store reads them with the messages. Writes take the writer's connection,
 * inside a job, and keep the message's number of different emoji; each function fails as Connection::run does and on no
 * other ground.
 */
namespace plexi::store::reactions {

Result<bool> has(Connection &connection, MessageId message, const QString &emoji, UserId user);

/** False where it was there already. */
Result<bool> add(Connection &connection, MessageId message, const QString &emoji, UserId user);
/** False where there was none. */
Result<bool> remove(Connection &connection, MessageId message, const QString &emoji, UserId user);
/** All of a message's. */
Result<> clear(Connection &connection, MessageId message);

} // namespace plexi::store::reactions
