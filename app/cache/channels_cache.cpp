// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/channels_cache.h"

#include "shared/protocol/json_reader.h"

#include <QJsonDocument>

namespace plexi::app::cache {

Result<QList<CachedChannel>> readChannels(Database &database)
{
    QList<CachedChannel> channels;
    constexpr auto kSql = "SELECT body, oldest_id, at_start, synced_seq FROM channels";
    const auto read = database.each(kSql, {}, [&channels](const Row &row) {
        const auto object = protocol::parseObject(row.bytes(0));
        auto channel = object ? protocol::Channel::fromJson(*object) : fail(object.error());
        if (!channel)
            return;
        channels.append({.channel = std::move(*channel),
                         .span = {.oldest = MessageId(row.integer(1)),
                                  .atStart = row.integer(2) != 0,
                                  .seq = row.integer(3),
                                  .isLoaded = !row.isNull(1)}});
    });
    if (!read)
        return std::unexpected(read.error());
    return channels;
}

Result<> writeChannel(Database &database, const protocol::Channel &channel)
{
    return database.run(
        "INSERT INTO channels (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
        {channel.id.value(), QJsonDocument(channel.toJson()).toJson(QJsonDocument::Compact)});
}

Result<> writeSpan(Database &database, ChannelId channel, const Span &span)
{
    const Value oldest = span.isLoaded ? Value(span.oldest.value()) : Value(nullptr);
    return database.run("UPDATE channels SET oldest_id = ?, at_start = ?, synced_seq = ? WHERE id = ?",
                        {oldest, qint64(span.atStart), span.seq, channel.value()});
}

Result<> removeMessages(Database &database, ChannelId channel)
{
    const Values id{channel.value()};
    auto done = database.run("DELETE FROM message_words WHERE rowid IN (SELECT id FROM messages WHERE channel_id = ?)",
                             id);
    if (done)
        done = database.run("DELETE FROM messages WHERE channel_id = ?", id);
    return done;
}

Result<> removeChannel(Database &database, ChannelId channel)
{
    Result<> done = removeMessages(database, channel);
    if (done)
        done = database.run("DELETE FROM members WHERE channel_id = ?", {channel.value()});
    return done ? database.run("DELETE FROM channels WHERE id = ?", {channel.value()}) : done;
}

Result<QList<UserId>> readMembers(Database &database, ChannelId channel)
{
    QList<UserId> members;
    const auto read = database.each("SELECT user_id FROM members WHERE channel_id = ?", {channel.value()},
                                    [&members](const Row &row) { members.append(UserId(row.integer(0))); });
    if (!read)
        return std::unexpected(read.error());
    return members;
}

Result<> writeMembers(Database &database, ChannelId channel, const QList<UserId> &members)
{
    Result<> done = database.run("DELETE FROM members WHERE channel_id = ?", {channel.value()});
    for (const UserId user : members)
        done = done ? writeMember(database, channel, user, true) : done;
    return done;
}

Result<> writeMember(Database &database, ChannelId channel, UserId user, bool isMember)
{
    const Values values{channel.value(), user.value()};
    if (isMember)
        return database.run("INSERT OR IGNORE INTO members (channel_id, user_id) VALUES (?, ?)", values);
    return database.run("DELETE FROM members WHERE channel_id = ? AND user_id = ?", values);
}

} // namespace plexi::app::cache
