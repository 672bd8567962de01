// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/threads_store.h"

#include "server/store/rows.h"

namespace plexi::store::threads {

namespace {

using protocol::ThreadState;

// The columns of stateFromRow().
#define STATE_COLUMNS "f.root_id, f.channel_id, f.unread_count, f.last_read_id"
constexpr int kColumns = 4;

// What unread_count is, of a thread (bound first) for a person (bound last) who has read up to a reply.
#define COUNT_UNREAD                                                                                                   \
    "(SELECT count(*) FROM messages r WHERE r.thread_id = ? AND r.id > ? AND r.is_deleted = 0 AND r.user_id <> ?)"

ThreadState stateFromRow(const QSqlQuery &row)
{
    const MessageId root(integer(row, 0));
    const MessageId lastRead(integer(row, 3));
    return {.threadId = root,
            .channelId = ChannelId(integer(row, 1)),
            .isFollowing = true,
            .unreadCount = integer(row, 2),
            .lastReadMessageId = lastRead == root ? std::nullopt : std::optional(lastRead)};
}

Result<MessageId> replyOrRoot(const Result<QSqlQuery *> &query, MessageId root)
{
    const auto reply = firstInteger(query);
    if (!reply)
        return fail(reply.error());
    return *reply == 0 ? root : MessageId(*reply);
}

} // namespace

Result<std::optional<ThreadState>> find(Connection &connection, MessageId root, UserId user)
{
    const auto query = connection.run("SELECT " STATE_COLUMNS
                                      " FROM thread_followers f WHERE f.root_id = ? AND f.user_id = ?",
                                      {root.value(), user.value()});
    if (!query)
        return fail(query.error());
    std::optional<ThreadState> state;
    if ((*query)->next())
        state = stateFromRow(**query);
    (*query)->finish();
    return state;
}

Result<QList<Follower>> followers(Connection &connection, MessageId root)
{
    const auto query = connection.run("SELECT " STATE_COLUMNS
                                      ", f.user_id FROM thread_followers f WHERE f.root_id = ? ORDER BY f.user_id",
                                      {root.value()});
    if (!query)
        return fail(query.error());
    QList<Follower> found;
    while ((*query)->next())
        found.append({.userId = UserId(integer(**query, kColumns)), .state = stateFromRow(**query)});
    (*query)->finish();
    return found;
}

Result<QList<Followed>> list(Connection &connection, UserId user, Filter filter, MessageId position, qint64 limit)
{
    const QVariantList values{user.value(), position.value(), limit};
    const auto query = filter == Filter::Unread
        ? connection.run("SELECT " STATE_COLUMNS ", f.active_id FROM thread_followers f WHERE f.user_id = ?"
                         " AND f.active_id < ? AND f.unread_count > 0 ORDER BY f.active_id DESC LIMIT ?",
                         values)
        : connection.run("SELECT " STATE_COLUMNS ", f.active_id FROM thread_followers f WHERE f.user_id = ?"
                         " AND f.active_id < ? ORDER BY f.active_id DESC LIMIT ?",
                         values);
    if (!query)
        return fail(query.error());
    QList<Followed> found;
    while ((*query)->next())
        found.append({.state = stateFromRow(**query), .activeId = MessageId(integer(**query, kColumns))});
    (*query)->finish();
    return found;
}

Result<qint64> count(Connection &connection, UserId user, Filter filter)
{
    return firstInteger(
        filter == Filter::Unread
            ? connection.run("SELECT count(*) FROM thread_followers WHERE user_id = ? AND unread_count > 0",
                             {user.value()})
            : connection.run("SELECT count(*) FROM thread_followers WHERE user_id = ?", {user.value()}));
}

Result<QList<Unread>> unread(Connection &connection, UserId user)
{
    const auto query = connection.run(
        "SELECT m.channel_id, m.notification_level, m.last_read_message_id, f.threads, f.replies FROM"
        " (SELECT channel_id, count(*) AS threads, sum(unread_count) AS replies FROM thread_followers"
        "  WHERE user_id = ? AND unread_count > 0 GROUP BY channel_id) f"
        " JOIN members m ON m.channel_id = f.channel_id AND m.user_id = ? ORDER BY m.channel_id",
        {user.value(), user.value()});
    if (!query)
        return fail(query.error());
    QList<Unread> found;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        found.append({.channelId = ChannelId(integer(row, 0)),
                      .notificationLevel = static_cast<protocol::NotificationLevel>(integer(row, 1)),
                      .lastReadMessageId = optionalId<MessageId>(row, 2),
                      .threads = integer(row, 3),
                      .replies = integer(row, 4)});
    }
    (*query)->finish();
    return found;
}

Result<MessageId> replyBefore(Connection &connection, MessageId root, MessageId reply)
{
    return replyOrRoot(
        connection.run("SELECT max(id) FROM messages WHERE thread_id = ? AND id < ?", {root.value(), reply.value()}),
        root);
}

Result<MessageId> newestReply(Connection &connection, MessageId root)
{
    return replyOrRoot(connection.run("SELECT max(id) FROM messages WHERE thread_id = ?", {root.value()}), root);
}

Result<bool> follow(Connection &connection, ChannelId channel, MessageId root, UserId user, MessageId lastRead)
{
    const auto added = connection.execute(
        "INSERT INTO thread_followers (root_id, user_id, channel_id, last_read_id, unread_count, active_id)"
        " SELECT ?, m.user_id, m.channel_id, ?, " COUNT_UNREAD ","
        " coalesce((SELECT max(id) FROM messages WHERE thread_id = ?), ?)"
        " FROM members m WHERE m.channel_id = ? AND m.user_id = ?"
        " AND EXISTS (SELECT 1 FROM messages WHERE id = ? AND is_deleted = 0)"
        " ON CONFLICT (root_id, user_id) DO NOTHING",
        {root.value(), lastRead.value(), root.value(), lastRead.value(), user.value(), root.value(), root.value(),
         channel.value(), user.value(), root.value()});
    if (!added)
        return fail(added.error());
    return *added > 0;
}

Result<bool> unfollow(Connection &connection, MessageId root, UserId user)
{
    const auto removed = connection.execute("DELETE FROM thread_followers WHERE root_id = ? AND user_id = ?",
                                            {root.value(), user.value()});
    if (!removed)
        return fail(removed.error());
    return *removed > 0;
}

Result<> clear(Connection &connection, MessageId root)
{
    return done(connection.execute("DELETE FROM thread_followers WHERE root_id = ?", {root.value()}));
}

Result<> countReply(Connection &connection, MessageId root, MessageId reply, UserId author)
{
    return done(connection.execute("UPDATE thread_followers SET active_id = ?,"
                                   " unread_count = iif(user_id = ?, 0, unread_count + 1),"
                                   " last_read_id = iif(user_id = ?, ?, last_read_id) WHERE root_id = ?",
                                   {reply.value(), author.value(), author.value(), reply.value(), root.value()}));
}

Result<> forgetReply(Connection &connection, MessageId root, MessageId reply, UserId author)
{
    return done(connection.execute("UPDATE thread_followers SET unread_count = unread_count - 1"
                                   " WHERE root_id = ? AND user_id <> ? AND last_read_id < ?",
                                   {root.value(), author.value(), reply.value()}));
}

Result<> moveMarker(Connection &connection, MessageId root, UserId user, MessageId lastRead)
{
    return done(connection.execute(
        "UPDATE thread_followers SET last_read_id = ?, unread_count = " COUNT_UNREAD
        " WHERE root_id = ? AND user_id = ?",
        {lastRead.value(), root.value(), lastRead.value(), user.value(), root.value(), user.value()}));
}

} // namespace plexi::store::threads
