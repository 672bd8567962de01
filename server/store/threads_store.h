// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/thread.h"

#include <optional>

/**
 * Who follows which thread, with how many replies they have not read. A row goes with its thread's root and with the
 * membership in its channel, so that whoever has one may read what it is about. Reads take any connection, writes the
 * writer's, inside a job; each function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::threads {

/** A person and how they stand to a thread that they follow. */
struct Follower {
    UserId userId;
    protocol::ThreadState state;
};

/** Nothing where the person does not follow it. */
Result<std::optional<protocol::ThreadState>> find(Connection &connection, MessageId root, UserId user);
Result<QList<Follower>> followers(Connection &connection, MessageId root);

enum class Filter { All, Unread };

struct Followed {
    protocol::ThreadState state;
    /** The thread's newest reply, deleted or not; the root where there is none. */
    MessageId activeId;
};
/** What the person follows with newest replies below @p position, the newest first. */
Result<QList<Followed>> list(Connection &connection, UserId user, Filter filter, MessageId position, qint64 limit);
Result<qint64> count(Connection &connection, UserId user, Filter filter);

/** What the person has not read of the threads in one channel. */
struct Unread {
    ChannelId channelId;
    protocol::NotificationLevel notificationLevel = protocol::NotificationLevel::All;
    std::optional<MessageId> lastReadMessageId;
    qint64 threads = 0;
    qint64 replies = 0;
};
/** By channel; those without anything unread are left out. */
Result<QList<Unread>> unread(Connection &connection, UserId user);

/** The newest reply before @p reply, deleted or not; the root where there is none. */
Result<MessageId> replyBefore(Connection &connection, MessageId root, MessageId reply);
/** The newest of all, deleted or not; the root where there is none. */
Result<MessageId> newestReply(Connection &connection, MessageId root);

/**
 * Makes the person a follower who has read up to @p lastRead. Does nothing for who follows it already, and for who is no
 * member of the channel; whether it did something.
 */
Result<bool> follow(Connection &connection, ChannelId channel, MessageId root, UserId user, MessageId lastRead);
Result<bool> unfollow(Connection &connection, MessageId root, UserId user);
/** Everybody's. */
Result<> clear(Connection &connection, MessageId root);

/** A reply was added: one more unread for all who follow, but for its author, who has read everything. */
Result<> countReply(Connection &connection, MessageId root, MessageId reply, UserId author);
/** A reply was deleted: one less for those who had not read it. */
Result<> forgetReply(Connection &connection, MessageId root, MessageId reply, UserId author);
/** Moves the marker, forth or back. Does nothing for who does not follow. */
Result<> moveMarker(Connection &connection, MessageId root, UserId user, MessageId lastRead);

} // namespace plexi::store::threads
