// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/members_store.h"

#include "server/store/rows.h"

namespace plexi::store::members {

namespace {

using protocol::ChannelRole;

Row rowFrom(const QSqlQuery &row)
{
    return {.userId = UserId(integer(row, 0)),
            .role = static_cast<ChannelRole>(integer(row, 1)),
            .joinedAt = moment(row, 2)};
}

Result<> changeMemberCount(Connection &connection, ChannelId channel, int difference)
{
    return done(connection.execute("UPDATE channels SET member_count = member_count + ? WHERE id = ?",
                                   {difference, channel.value()}));
}

} // namespace

Result<bool> add(Connection &connection, ChannelId channel, UserId user, ChannelRole role, Timestamp joinedAt)
{
    const auto added = connection.execute(
        "INSERT INTO members (channel_id, user_id, role, joined_at, last_read_message_id, read_ordinal)"
        " SELECT id, ?, ?, ?, last_message_id, last_ordinal FROM channels WHERE id = ?"
        " ON CONFLICT (channel_id, user_id) DO NOTHING",
        {user.value(), static_cast<int>(role), joinedAt.ms, channel.value()});
    if (!added)
        return fail(added.error());
    if (*added == 0)
        return false;
    if (const auto counted = changeMemberCount(connection, channel, 1); !counted)
        return fail(counted.error());
    return true;
}

Result<bool> remove(Connection &connection, ChannelId channel, UserId user)
{
    const auto removed = connection.execute("DELETE FROM members WHERE channel_id = ? AND user_id = ?",
                                            {channel.value(), user.value()});
    if (!removed)
        return fail(removed.error());
    if (*removed == 0)
        return false;
    if (const auto counted = changeMemberCount(connection, channel, -1); !counted)
        return fail(counted.error());
    return true;
}

Result<std::optional<Row>> find(Connection &connection, ChannelId channel, UserId user)
{
    const auto query = connection.run(
        "SELECT user_id, role, joined_at FROM members WHERE channel_id = ? AND user_id = ?",
        {channel.value(), user.value()});
    if (!query)
        return fail(query.error());
    std::optional<Row> found;
    if ((*query)->next())
        found = rowFrom(**query);
    (*query)->finish();
    return found;
}

Result<QList<Row>> list(Connection &connection, ChannelId channel, qint64 limit, qint64 offset)
{
    const auto query = connection.run(
        "SELECT user_id, role, joined_at FROM members WHERE channel_id = ? ORDER BY user_id LIMIT ? OFFSET ?",
        {channel.value(), limit, offset});
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    while ((*query)->next())
        rows.append(rowFrom(**query));
    (*query)->finish();
    return rows;
}

Result<QList<UserId>> ids(Connection &connection, ChannelId channel)
{
    return store::ids<UserId>(
        connection.run("SELECT user_id FROM members WHERE channel_id = ? ORDER BY user_id", {channel.value()}));
}

Result<std::optional<UserId>> findByUsername(Connection &connection, ChannelId channel, const QString &username)
{
    const auto found = firstInteger(connection.run(
        "SELECT m.user_id FROM users u JOIN members m ON m.channel_id = ? AND m.user_id = u.id WHERE u.username = ?",
        {channel.value(), username}));
    if (!found)
        return fail(found.error());
    return *found == 0 ? std::nullopt : std::optional(UserId(*found));
}

Result<bool> isMember(Connection &connection, ChannelId channel, UserId user)
{
    const auto found = find(connection, channel, user);
    if (!found)
        return fail(found.error());
    return found->has_value();
}

Result<std::optional<UserId>> ensureOwner(Connection &connection, ChannelId channel)
{
    const auto query = connection.run(
        "UPDATE members SET role = 1 WHERE channel_id = ? AND user_id ="
        " (SELECT user_id FROM members WHERE channel_id = ? ORDER BY joined_at, user_id LIMIT 1)"
        " AND NOT EXISTS (SELECT 1 FROM members WHERE channel_id = ? AND role = 1) RETURNING user_id",
        {channel.value(), channel.value(), channel.value()});
    if (!query)
        return fail(query.error());
    std::optional<UserId> heir;
    if ((*query)->next())
        heir = UserId(integer(**query, 0));
    (*query)->finish();
    return heir;
}

Result<> setRole(Connection &connection, ChannelId channel, UserId user, ChannelRole role)
{
    return done(connection.execute("UPDATE members SET role = ? WHERE channel_id = ? AND user_id = ?",
                                   {static_cast<int>(role), channel.value(), user.value()}));
}

Result<qint64> countOwners(Connection &connection, ChannelId channel)
{
    return firstInteger(
        connection.run("SELECT count(*) FROM members WHERE channel_id = ? AND role = 1", {channel.value()}));
}

Result<> setNotificationLevel(Connection &connection, ChannelId channel, UserId user, protocol::NotificationLevel level)
{
    return done(connection.execute("UPDATE members SET notification_level = ? WHERE channel_id = ? AND user_id = ?",
                                   {static_cast<int>(level), channel.value(), user.value()}));
}

Result<QList<ChannelId>> channelsOf(Connection &connection, UserId user)
{
    return store::ids<ChannelId>(
        connection.run("SELECT m.channel_id FROM members m JOIN channels c ON c.id = m.channel_id"
                       " WHERE m.user_id = ? AND c.type <> ? AND c.deleted_at IS NULL",
                       {user.value(), static_cast<int>(protocol::ChannelType::Direct)}));
}

Result<QList<UserId>> peers(Connection &connection, UserId user, qint64 maxMembers)
{
    return store::ids<UserId>(connection.run("SELECT DISTINCT other.user_id FROM members own"
                                             " JOIN channels c ON c.id = own.channel_id AND c.member_count <= ?"
                                             " JOIN members other ON other.channel_id = c.id"
                                             " WHERE own.user_id = ? AND other.user_id <> own.user_id",
                                             {maxMembers, user.value()}));
}

Result<QList<UserId>> activeUsers(Connection &connection, const QList<UserId> &users)
{
    QList<UserId> active;
    for (const UserId user : users) {
        const auto found = firstInteger(
            connection.run("SELECT count(*) FROM users WHERE id = ? AND is_active = 1", {user.value()}));
        if (!found)
            return fail(found.error());
        if (*found > 0)
            active.append(user);
    }
    return active;
}

} // namespace plexi::store::members
