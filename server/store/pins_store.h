// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

/**
 * Which messages a channel keeps in view; messages_store reads them. Each function fails as Connection::run does and on no
 * other ground.
 */
namespace plexi::store::pins {

Result<qint64> count(Connection &connection, ChannelId channel);

/** On the writer's connection, inside a job. */
Result<> set(Connection &connection, MessageId message, UserId by, Timestamp moment);
/** The same. Does nothing where it is not pinned. */
Result<> clear(Connection &connection, MessageId message);

} // namespace plexi::store::pins
