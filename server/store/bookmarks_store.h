// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

/**
 * Messages that a person wants to find again; messages_store reads them. Each function fails as Connection::run does and on
 * no other ground.
 */
namespace plexi::store::bookmarks {

/** All of the person's, those too whose channel they cannot see at the moment. */
Result<qint64> countAll(Connection &connection, UserId user);
/** Those that the person can see. */
Result<qint64> countVisible(Connection &connection, UserId user);

/** On the writer's connection, inside a job. Does nothing where it is there already. */
Result<> add(Connection &connection, UserId user, MessageId message, Timestamp moment);
/** The same. Does nothing where there is none. */
Result<> remove(Connection &connection, UserId user, MessageId message);
/** The same: everybody's. */
Result<> clear(Connection &connection, MessageId message);

} // namespace plexi::store::bookmarks
