// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/channels_store.h"

#include "server/store/rows.h"
#include "server/store/unread_columns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::store::channels {

namespace {

using protocol::Channel;
using protocol::ChannelRole;
using protocol::ChannelType;
using protocol::NotificationLevel;

// The columns of channelFromRow(), and what viewedChannelFromRow() reads behind them: that needs the viewer's row of members
// joined as m.
#define CHANNEL_COLUMNS                                                                                                \
    "c.id, c.type, c.slug, c.direct_key, c.name, c.topic, c.created_by, c.created_at, c.member_count, c.last_seq,"     \
    " c.archived_at, c.retention_days, c.expired_through"
#define VIEWER_COLUMNS                                                                                                 \
    ", m.user_id IS NOT NULL, m.last_read_message_id, m.notification_level, " UNREAD_COUNT ", " MENTION_COUNT          \
    ", m.favorite_position"

// Public channels and those the viewer (bound once) is in: two walks over indexes, not one over everybody's channels.
#define VISIBLE_CHANNELS                                                                                               \
    "SELECT id FROM channels WHERE type = 0 AND deleted_at IS NULL"                                                    \
    " UNION SELECT channel_id FROM members WHERE user_id = ?"

QString directKey(QList<UserId> people)
{
    std::ranges::sort(people);
    return joinedIds(people, u',');
}

Channel channelFromRow(const QSqlQuery &row)
{
    Channel channel{
        .id = ChannelId(integer(row, 0)),
        .slug = optionalText(row, 2),
        .name = row.value(4).toString(),
        .type = static_cast<ChannelType>(integer(row, 1)),
        .topic = row.value(5).toString(),
        .createdBy = optionalId<UserId>(row, 6),
        .createdAt = moment(row, 7),
        .memberCount = integer(row, 8),
        .seq = integer(row, 9),
        .archivedAt = optionalMoment(row, 10),
        .retentionDays = row.isNull(11) ? std::nullopt : std::optional(integer(row, 11)),
        .expiredThrough = optionalId<MessageId>(row, 12),
        .viewer = std::nullopt,
        .memberIds = {},
    };
    if (channel.type == ChannelType::Direct)
        channel.memberIds = splitIds(row.value(3).toString(), u',');
    return channel;
}

Channel viewedChannelFromRow(const QSqlQuery &row)
{
    constexpr int kFirst = 13;
    Channel channel = channelFromRow(row);
    Channel::Viewer viewer;
    viewer.isMember = integer(row, kFirst) != 0;
    if (viewer.isMember) {
        viewer.lastReadMessageId = optionalId<MessageId>(row, kFirst + 1);
        viewer.notificationLevel = static_cast<NotificationLevel>(integer(row, kFirst + 2));
        viewer.unreadCount = integer(row, kFirst + 3);
        viewer.mentionCount = integer(row, kFirst + 4);
        if (!row.isNull(kFirst + 5))
            viewer.favoritePosition = integer(row, kFirst + 5);
    }
    channel.viewer = viewer;
    return channel;
}

Result<std::optional<Access>> accessFromRow(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QSqlQuery &row = **query;
    std::optional<Access> access;
    if (row.next()) {
        access = Access{
            .id = ChannelId(integer(row, 0)),
            .type = static_cast<ChannelType>(integer(row, 1)),
            .role = row.isNull(2) ? std::nullopt : std::optional(static_cast<ChannelRole>(integer(row, 2))),
            .memberCount = integer(row, 3),
            .messageCount = integer(row, 4),
            .seq = integer(row, 5),
        };
    }
    row.finish();
    return access;
}

Result<std::optional<Channel>> oneChannel(const Result<QSqlQuery *> &query, Channel (*read)(const QSqlQuery &))
{
    if (!query)
        return fail(query.error());
    std::optional<Channel> channel;
    if ((*query)->next())
        channel = read(**query);
    (*query)->finish();
    return channel;
}

} // namespace

Result<std::optional<Access>> access(Connection &connection, ChannelId id, UserId viewer)
{
    return accessFromRow(
        connection.run("SELECT c.id, c.type, m.role, c.member_count, c.message_count, c.last_seq"
                       " FROM channels c LEFT JOIN members m ON m.channel_id = c.id AND m.user_id = ?"
                       " WHERE c.id = ? AND c.deleted_at IS NULL AND (c.type = 0 OR m.user_id IS NOT NULL)",
                       {viewer.value(), id.value()}));
}

Result<std::optional<Access>> access(Connection &connection, const QString &name, UserId viewer)
{
    const auto id = resolve(connection, name);
    if (!id)
        return fail(id.error());
    if (!*id)
        return std::optional<Access>();
    return access(connection, **id, viewer);
}

Result<QList<Progress>> progress(Connection &connection, UserId member)
{
    const auto query = connection.run("SELECT c.id, c.last_seq FROM members m JOIN channels c ON c.id = m.channel_id"
                                      " WHERE m.user_id = ? AND c.deleted_at IS NULL ORDER BY m.channel_id",
                                      {member.value()});
    if (!query)
        return fail(query.error());
    QList<Progress> channels;
    while ((*query)->next())
        channels.append({.id = ChannelId(integer(**query, 0)), .seq = integer(**query, 1)});
    (*query)->finish();
    return channels;
}

Result<std::optional<ChannelId>> resolve(Connection &connection, const QString &name)
{
    // No slug can look like an id: slugs have no underscore.
    if (const auto id = ChannelId::fromString(name))
        return id;
    const auto query = connection.run("SELECT id FROM channels WHERE slug = ?", {name});
    if (!query)
        return fail(query.error());
    std::optional<ChannelId> id;
    if ((*query)->next())
        id = ChannelId(integer(**query, 0));
    (*query)->finish();
    return id;
}

Result<std::optional<Channel>> find(Connection &connection, ChannelId id, UserId viewer)
{
    return oneChannel(
        connection.run("SELECT " CHANNEL_COLUMNS VIEWER_COLUMNS
                       " FROM channels c LEFT JOIN members m ON m.channel_id = c.id AND m.user_id = ?"
                       " WHERE c.id = ? AND c.deleted_at IS NULL AND (c.type = 0 OR m.user_id IS NOT NULL)",
                       {viewer.value(), id.value()}),
        viewedChannelFromRow);
}

Result<std::optional<Channel>> findForEvent(Connection &connection, ChannelId id)
{
    return oneChannel(connection.run("SELECT " CHANNEL_COLUMNS
                                     " FROM channels c WHERE c.id = ? AND c.deleted_at IS NULL",
                                     {id.value()}),
                      channelFromRow);
}

Result<QList<Channel>> list(Connection &connection, UserId viewer, qint64 limit, qint64 offset)
{
    const auto query = connection.run("SELECT " CHANNEL_COLUMNS VIEWER_COLUMNS
                                      " FROM channels c LEFT JOIN members m ON m.channel_id = c.id AND m.user_id = ?"
                                      " WHERE c.id IN (" VISIBLE_CHANNELS ") ORDER BY c.id LIMIT ? OFFSET ?",
                                      {viewer.value(), viewer.value(), limit, offset});
    if (!query)
        return fail(query.error());
    QList<Channel> channels;
    while ((*query)->next())
        channels.append(viewedChannelFromRow(**query));
    (*query)->finish();
    return channels;
}

Result<qint64> count(Connection &connection, UserId viewer)
{
    return firstInteger(connection.run("SELECT count(*) FROM (" VISIBLE_CHANNELS ")", {viewer.value()}));
}

Result<> insert(Connection &connection, const Channel &channel)
{
    const QVariant key = channel.type == ChannelType::Direct ? QVariant(directKey(channel.memberIds)) : QVariant();
    return done(
        connection.execute("INSERT INTO channels (id, type, slug, direct_key, name, topic, created_by, created_at)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                           {channel.id.value(), static_cast<int>(channel.type), orNull(channel.slug), key, channel.name,
                            notNull(channel.topic), orNull(channel.createdBy), channel.createdAt.ms}));
}

Result<bool> isSlugTaken(Connection &connection, const QString &slug)
{
    const auto found = firstInteger(connection.run("SELECT count(*) FROM channels WHERE slug = ?", {slug}));
    if (!found)
        return fail(found.error());
    return *found > 0;
}

Result<std::optional<ChannelId>> findDirect(Connection &connection, const QList<UserId> &people)
{
    const auto query = connection.run("SELECT id FROM channels WHERE direct_key = ?", {directKey(people)});
    if (!query)
        return fail(query.error());
    std::optional<ChannelId> id;
    if ((*query)->next())
        id = ChannelId(integer(**query, 0));
    (*query)->finish();
    return id;
}

Result<> update(Connection &connection, ChannelId id, const QString &name, const QString &topic,
                const std::optional<QString> &slug)
{
    return done(connection.execute("UPDATE channels SET name = ?, topic = ?, slug = ? WHERE id = ?",
                                   {notNull(name), notNull(topic), orNull(slug), id.value()}));
}

Result<> setArchived(Connection &connection, ChannelId id, std::optional<Timestamp> moment)
{
    return done(connection.execute("UPDATE channels SET archived_at = ? WHERE id = ?",
                                   {moment ? QVariant(moment->ms) : QVariant(), id.value()}));
}

Result<> markDeleted(Connection &connection, ChannelId id, Timestamp moment)
{
    if (const auto ended = connection.execute("DELETE FROM members WHERE channel_id = ?", {id.value()}); !ended)
        return fail(ended.error());
    return done(connection.execute("UPDATE channels SET deleted_at = ?, slug = NULL, member_count = 0 WHERE id = ?",
                                   {moment.ms, id.value()}));
}

Result<bool> purge(Connection &connection, ChannelId id, qint64 limit)
{
    const auto removed = connection.execute(
        "DELETE FROM messages WHERE id IN"
        " (SELECT x.id FROM channels c JOIN messages x ON x.channel_id = c.id"
        "  WHERE c.id = ? AND c.deleted_at IS NOT NULL ORDER BY x.seq DESC LIMIT ?)",
        {id.value(), limit});
    if (!removed)
        return fail(removed.error());
    if (*removed == limit)
        return false;
    const auto files = connection.execute("DELETE FROM files WHERE id IN"
                                          " (SELECT f.id FROM channels c JOIN files f ON f.channel_id = c.id"
                                          "  WHERE c.id = ? AND c.deleted_at IS NOT NULL LIMIT ?)",
                                          {id.value(), limit});
    if (!files)
        return fail(files.error());
    if (*files == limit)
        return false;
    if (const auto gone = connection.execute("DELETE FROM channels WHERE id = ? AND deleted_at IS NOT NULL",
                                             {id.value()});
        !gone)
        return fail(gone.error());
    return true;
}

Result<QList<ChannelId>> deleted(Connection &connection)
{
    return ids<ChannelId>(connection.run("SELECT id FROM channels WHERE deleted_at IS NOT NULL ORDER BY id"));
}

} // namespace plexi::store::channels
