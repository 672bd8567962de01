// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/read_markers_store.h"

#include "server/store/rows.h"

namespace plexi::store::read_markers {

namespace {

/** The first row's id and ordinal; the ordinal is 0 for a reply. */
Result<std::optional<Position>> positionFrom(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    std::optional<Position> found;
    if ((*query)->next())
        found = Position{.messageId = MessageId(integer(**query, 0)), .ordinal = integer(**query, 1)};
    (*query)->finish();
    return found;
}

/** The newest message outside threads below @p message. Both halves are walked along their index, to its first row. */
Result<std::optional<Position>> newestBelow(Connection &connection, ChannelId channel, MessageId message)
{
    return positionFrom(connection.run(
        "SELECT id, ordinal FROM messages WHERE channel_id = ? AND thread_id IS NULL AND is_deleted = 0 AND id < ?"
        " UNION ALL"
        " SELECT id, ordinal FROM messages WHERE channel_id = ? AND thread_id IS NULL AND is_deleted = 1 AND id < ?"
        " ORDER BY 1 DESC LIMIT 1",
        {channel.value(), message.value(), channel.value(), message.value()}));
}

} // namespace

Result<std::optional<Position>> position(Connection &connection, ChannelId channel, MessageId message)
{
    const auto query = connection.run("SELECT id, ordinal FROM messages WHERE id = ? AND channel_id = ?",
                                      {message.value(), channel.value()});
    const auto found = positionFrom(query);
    if (!found || !*found || (*found)->ordinal != 0)
        return found;
    // A reply has no number.
    return newestBelow(connection, channel, message);
}

Result<std::optional<Position>> positionBefore(Connection &connection, ChannelId channel, MessageId message)
{
    auto found = newestBelow(connection, channel, message);
    if (found && !*found)
        *found = Position();
    return found;
}

Result<bool> move(Connection &connection, ChannelId channel, UserId user, Position to)
{
    const auto moved = connection.execute(
        "UPDATE members SET last_read_message_id = ?, read_ordinal = ?, own_unread ="
        " (SELECT count(*) FROM messages x WHERE x.channel_id = ? AND x.thread_id IS NULL AND x.is_deleted = 0"
        "  AND x.id > ? AND x.user_id = ?)"
        " WHERE channel_id = ? AND user_id = ?",
        {to.messageId.isNull() ? QVariant() : QVariant(to.messageId.value()), to.ordinal, channel.value(),
         to.messageId.value(), user.value(), channel.value(), user.value()});
    if (!moved)
        return fail(moved.error());
    return *moved > 0;
}

Result<bool> countOwn(Connection &connection, ChannelId channel, UserId user)
{
    const auto counted = connection.execute(
        "UPDATE members SET own_unread = own_unread + 1 WHERE channel_id = ? AND user_id = ?",
        {channel.value(), user.value()});
    if (!counted)
        return fail(counted.error());
    return *counted > 0;
}

Result<> forgetOwn(Connection &connection, ChannelId channel, UserId author, MessageId message)
{
    return done(connection.execute("UPDATE members SET own_unread = own_unread - 1"
                                   " WHERE channel_id = ? AND user_id = ? AND coalesce(last_read_message_id, 0) < ?",
                                   {channel.value(), author.value(), message.value()}));
}

} // namespace plexi::store::read_markers
