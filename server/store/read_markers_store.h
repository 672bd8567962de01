// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <optional>

/**
 * How far each member has read. A marker stands on a message outside threads; what counts as unread is others' undeleted
 * messages outside threads after it (the numbers come with store::channels::find and list). Writes take the writer's
 * connection, inside a job; each function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::read_markers {

/** A message outside threads, with its number in the channel; null and 0 before the first one. */
struct Position {
    MessageId messageId;
    qint64 ordinal = 0;
};

/** The newest message outside threads up to @p message, which itself is in the channel; nothing where it is not. */
Result<std::optional<Position>> position(Connection &connection, ChannelId channel, MessageId message);

/** The newest message outside threads before @p message; the place before the first where there is none. */
Result<std::optional<Position>> positionBefore(Connection &connection, ChannelId channel, MessageId message);

/** Moves the marker, forth or back. False where the person is no member. */
Result<bool> move(Connection &connection, ChannelId channel, UserId user, Position to);

/** The person has just posted the channel's newest message, which is not unread for them. False where they are no member. */
Result<bool> countOwn(Connection &connection, ChannelId channel, UserId user);

/** A message outside threads by @p author was deleted: where it stood after the author's marker it was counted as own. */
Result<> forgetOwn(Connection &connection, ChannelId channel, UserId author, MessageId message);

} // namespace plexi::store::read_markers
