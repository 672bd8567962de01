// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/message.h"

#include <limits>
#include <optional>

/**
 * Rows of messages. Reads take any connection, writes the writer's, inside a job; each function fails as Connection::run
 * does and on no other ground. Ids are given out inside the job, so that they grow in the order of the commits: what is
 * newer has the greater id, and no reader sees a gap filled later.
 */
namespace plexi::store::messages {

/** A message with what decides on who may do what with it. */
struct Sighting {
    protocol::Message message;
    protocol::ChannelType channelType = protocol::ChannelType::Public;
    /** The viewer's role in the channel; nothing where the viewer is no member. */
    std::optional<protocol::ChannelRole> viewerRole;
};

/** The message, deleted or not; nothing where there is none or its channel is not visible to @p viewer. */
Result<std::optional<Sighting>> find(Connection &connection, MessageId id, UserId viewer);
/** The message of that channel, deleted or not, whoever asks. */
Result<std::optional<protocol::Message>> findIn(Connection &connection, ChannelId channel, MessageId id);
Result<std::optional<protocol::Message>> findByClientId(Connection &connection, UserId author,
                                                        const QString &clientMessageId);

enum class Deleted { Leave, Include };

/** Positions that are before and after every id. */
inline constexpr MessageId kOldest{0};
inline constexpr MessageId kNewest{std::numeric_limits<qint64>::max()};

/** Messages outside threads with ids below @p position, newest first. */
Result<QList<protocol::Message>> before(Connection &connection, ChannelId channel, MessageId position, qint64 limit,
                                        Deleted deleted);
/** Messages outside threads with ids above @p position, oldest first. */
Result<QList<protocol::Message>> after(Connection &connection, ChannelId channel, MessageId position, qint64 limit,
                                       Deleted deleted);
/** The same for the replies in the thread of @p root. */
Result<QList<protocol::Message>> repliesBefore(Connection &connection, MessageId root, MessageId position, qint64 limit,
                                               Deleted deleted);
Result<QList<protocol::Message>> repliesAfter(Connection &connection, MessageId root, MessageId position, qint64 limit,
                                              Deleted deleted);
/** Messages, replies and tombstones whose last change has a seq above @p seq, in the order of their seq. */
Result<QList<protocol::Message>> changes(Connection &connection, ChannelId channel, qint64 seq, qint64 limit);

/** The channel's pinned messages, replies too, with ids below @p position, newest first. */
Result<QList<protocol::Message>> pinned(Connection &connection, ChannelId channel, MessageId position, qint64 limit);

/** The messages with ids below @p position that @p user has bookmarked and can see, newest first. */
Result<QList<protocol::Message>> bookmarked(Connection &connection, UserId user, MessageId position, qint64 limit);

/** What the channel's counters say after a step. */
struct Step {
    qint64 seq = 0;
    qint64 ordinal = 0;
    qint64 memberCount = 0;
    protocol::ChannelType channelType = protocol::ChannelType::Public;
    bool isArchived = false;
};

/** Counts one more message outside threads, @p id. Nothing where there is no such channel, deleted ones included. */
Result<std::optional<Step>> countMessage(Connection &connection, ChannelId channel, MessageId id);
/**
 * Takes @p steps numbers from the channel's seq, the last of which is returned, and changes the number of undeleted
 * messages outside threads by @p countDifference. Nothing where there is no such channel, deleted ones included.
 */
Result<std::optional<Step>> takeSeq(Connection &connection, ChannelId channel, int steps, int countDifference);

/** @p ordinal is 0 for a reply. Conflict where the author used the client_message_id before. */
Result<> insert(Connection &connection, const protocol::Message &message, qint64 ordinal);
/** Writes what an edit or a deletion changed: content and its type, mentions, flags, updatedAt, seq. */
Result<> update(Connection &connection, const protocol::Message &message);
/** Another thing about the message changed: only its seq is written. */
Result<> setSeq(Connection &connection, MessageId message, qint64 seq);
/** Replaces what the message's pages say of themselves; none takes it away. */
Result<> setLinkPreviews(Connection &connection, MessageId message, const QList<protocol::LinkPreview> &previews);
/** A reply was added (+1) or deleted (-1): writes that to the thread's root, under @p seq, and returns the root. */
Result<protocol::Message> countReply(Connection &connection, ChannelId channel, MessageId root, qint64 seq,
                                     int difference);

/** Keeps for mention_count whom an undeleted message outside threads names: its mentions, but not its author. */
Result<> replaceMentions(Connection &connection, const protocol::Message &message);

} // namespace plexi::store::messages
