// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <optional>

/**
 * Messages that are removed because of their age; the migration says what stays of them. Reads take any connection,
 * writes the writer's, inside a job; each function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::retention {

/** A channel in which messages do not stay for ever. */
struct Policy {
    ChannelId channelId;
    /** 0 where they do from now on, but some are still to be removed. */
    qint64 days = 0;
    /** Null where none has expired yet. */
    MessageId expiredThrough;
};
/** By id. @p defaultDays is for channels without days of their own; 0: for ever. */
Result<QList<Policy>> policies(Connection &connection, qint64 defaultDays);

/** Nothing: as the server has it for all; 0: for ever. */
Result<> setDays(Connection &connection, ChannelId channel, std::optional<qint64> days);

/** Where a walk through a channel's messages has come to. */
struct Walk {
    /** The newest message outside threads that was seen and is older than the moment; null where none is. */
    MessageId oldThrough;
    /** Whether there may be more that are. */
    bool goesOn = false;
};
/** Looks at @p limit messages outside threads behind @p after, oldest first, for those made before @p moment. */
Result<Walk> walk(Connection &connection, ChannelId channel, MessageId after, Timestamp moment, qint64 limit);

/**
 * Messages up to @p through are to be removed from now on; takes the channel's next seq, by which clients hear of it.
 * False where the channel is gone.
 */
Result<bool> expire(Connection &connection, ChannelId channel, MessageId through);

/**
 * Removes at most @p limit expired messages outside threads, or so many replies under them, from the oldest on, with all
 * that hangs on them, and keeps every counter exact. True once none is left.
 */
Result<bool> removeSome(Connection &connection, ChannelId channel, qint64 limit);

} // namespace plexi::store::retention
