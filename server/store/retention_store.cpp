// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/retention_store.h"

#include "server/store/rows.h"

// Messages of a channel outside threads, undeleted ones and tombstones, each half as its partial index has it. Each takes
// the channel and what the conditions name.
#define EITHER(columns, condition)                                                                                     \
    "SELECT " columns " FROM messages WHERE channel_id = ? AND thread_id IS NULL AND is_deleted = 0 AND " condition    \
    " UNION ALL "                                                                                                      \
    "SELECT " columns " FROM messages WHERE channel_id = ? AND thread_id IS NULL AND is_deleted = 1 AND " condition

namespace plexi::store::retention {

namespace {

/** The oldest expired messages that are still there. */
struct Batch {
    MessageId last;
    qint64 lastOrdinal = 0;
    qint64 undeleted = 0;
};

Result<std::optional<Batch>> oldest(Connection &connection, ChannelId channel, qint64 limit)
{
    const auto query = connection.run(
        "WITH bound (id) AS (SELECT expired_through FROM channels WHERE id = ?) "
        "SELECT max(id), max(ordinal), sum(is_deleted = 0) FROM"
        " (" EITHER("id, ordinal, is_deleted", "id <= (SELECT id FROM bound)") " ORDER BY 1 LIMIT ?)",
        {channel.value(), channel.value(), channel.value(), limit});
    if (!query)
        return fail(query.error());
    std::optional<Batch> batch;
    if ((*query)->next() && !(*query)->isNull(0)) {
        batch = Batch{.last = MessageId(integer(**query, 0)),
                      .lastOrdinal = integer(**query, 1),
                      .undeleted = integer(**query, 2)};
    }
    (*query)->finish();
    return batch;
}

/**
 * Removes replies under messages of the batch; true once there are none. Nobody follows such a thread any more, and one of
 * which some replies stay for another step is counted anew.
 */
Result<bool> removeReplies(Connection &connection, ChannelId channel, MessageId last, qint64 limit)
{
    const auto left = connection.execute("DELETE FROM thread_followers WHERE root_id IN (" EITHER("id", "id <= ?") ")",
                                         {channel.value(), last.value(), channel.value(), last.value()});
    if (!left)
        return fail(left.error());
    const auto removed = connection.execute(
        "DELETE FROM messages WHERE id IN (SELECT r.id FROM messages r WHERE r.thread_id IN"
        " (" EITHER("id", "id <= ?") ") LIMIT ?)",
        {channel.value(), last.value(), channel.value(), last.value(), limit});
    if (!removed)
        return fail(removed.error());
    if (*removed < limit)
        return true;
    const auto counted = connection.execute(
        "UPDATE messages SET reply_count ="
        "  (SELECT count(*) FROM messages r WHERE r.thread_id = messages.id AND r.is_deleted = 0),"
        " last_reply_at = (SELECT r.created_at FROM messages r WHERE r.thread_id = messages.id AND r.is_deleted = 0"
        "  ORDER BY r.id DESC LIMIT 1)"
        " WHERE id IN (" EITHER("id", "id <= ? AND reply_count > 0") ")",
        {channel.value(), last.value(), channel.value(), last.value()});
    if (!counted)
        return fail(counted.error());
    return false;
}

/** Of members' own messages after their markers, those of the batch are going. */
Result<> forgetOwn(Connection &connection, ChannelId channel, MessageId last)
{
    return done(connection.execute(
        "UPDATE members SET own_unread = own_unread -"
        " (SELECT count(*) FROM messages x WHERE x.channel_id = members.channel_id AND x.thread_id IS NULL"
        "  AND x.is_deleted = 0 AND x.id > coalesce(members.last_read_message_id, 0) AND x.id <= ?"
        "  AND x.user_id = members.user_id)"
        " WHERE channel_id = ? AND own_unread > 0",
        {last.value(), channel.value()}));
}

} // namespace

Result<QList<Policy>> policies(Connection &connection, qint64 defaultDays)
{
    const auto query = connection.run(
        "SELECT id, coalesce(retention_days, ?), coalesce(expired_through, 0) FROM channels"
        " WHERE deleted_at IS NULL AND (coalesce(retention_days, ?) > 0 OR expired_through IS NOT NULL) ORDER BY id",
        {defaultDays, defaultDays});
    if (!query)
        return fail(query.error());
    QList<Policy> found;
    while ((*query)->next()) {
        found.append({.channelId = ChannelId(integer(**query, 0)),
                      .days = integer(**query, 1),
                      .expiredThrough = MessageId(integer(**query, 2))});
    }
    (*query)->finish();
    return found;
}

Result<> setDays(Connection &connection, ChannelId channel, std::optional<qint64> days)
{
    return done(connection.execute("UPDATE channels SET retention_days = ? WHERE id = ?",
                                   {days ? QVariant(*days) : QVariant(), channel.value()}));
}

Result<Walk> walk(Connection &connection, ChannelId channel, MessageId after, Timestamp moment, qint64 limit)
{
    const auto query = connection.run(EITHER("id, created_at", "id > ?") " ORDER BY 1 LIMIT ?",
                                      {channel.value(), after.value(), channel.value(), after.value(), limit});
    if (!query)
        return fail(query.error());
    Walk walk;
    qint64 seen = 0;
    while ((*query)->next() && store::moment(**query, 1) < moment) {
        walk.oldThrough = MessageId(integer(**query, 0));
        ++seen;
    }
    (*query)->finish();
    walk.goesOn = seen == limit;
    return walk;
}

Result<bool> expire(Connection &connection, ChannelId channel, MessageId through)
{
    const auto changed = connection.execute("UPDATE channels SET expired_through = ?, last_seq = last_seq + 1"
                                            " WHERE id = ? AND deleted_at IS NULL",
                                            {through.value(), channel.value()});
    if (!changed)
        return fail(changed.error());
    return *changed > 0;
}

Result<bool> removeSome(Connection &connection, ChannelId channel, qint64 limit)
{
    const auto batch = oldest(connection, channel, limit);
    if (!batch)
        return fail(batch.error());
    if (!*batch)
        return true;
    const MessageId last = (*batch)->last;
    const auto areAlone = removeReplies(connection, channel, last, limit);
    if (!areAlone || !*areAlone)
        return areAlone;
    if (const auto forgotten = forgetOwn(connection, channel, last); !forgotten)
        return fail(forgotten.error());
    const auto removed = connection.execute("DELETE FROM messages WHERE id IN (" EITHER("id", "id <= ?") ")",
                                            {channel.value(), last.value(), channel.value(), last.value()});
    if (!removed)
        return fail(removed.error());
    const auto counted = connection.execute(
        "UPDATE channels SET message_count = message_count - ?, expired_ordinals = ? WHERE id = ?",
        {(*batch)->undeleted, (*batch)->lastOrdinal, channel.value()});
    if (!counted)
        return fail(counted.error());
    return *removed < limit;
}

} // namespace plexi::store::retention
