// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/outbox_cache.h"

namespace plexi::app::cache {

Result<QList<OutboxItem>> readOutbox(Database &database)
{
    QList<OutboxItem> items;
    constexpr auto kSql = "SELECT id, channel_id, kind, message_id, thread_id, content, written_at, fault FROM outbox"
                          " ORDER BY position";
    const auto read = database.each(kSql, {}, [&items](const Row &row) {
        items.append({.id = row.text(0),
                      .channel = ChannelId(row.integer(1)),
                      .kind = static_cast<OutboxItem::Kind>(row.integer(2)),
                      .message = MessageId(row.integer(3)),
                      .thread = MessageId(row.integer(4)),
                      .content = row.text(5),
                      .writtenAt = row.integer(6),
                      .fault = row.isNull(7) ? std::nullopt : std::optional(row.text(7))});
    });
    if (!read)
        return std::unexpected(read.error());
    return items;
}

Result<> writeOutboxItem(Database &database, const OutboxItem &item)
{
    return database.run(
        "INSERT INTO outbox (id, channel_id, kind, message_id, thread_id, content, written_at, fault)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content, fault = excluded.fault",
        {item.id, item.channel.value(), static_cast<qint64>(item.kind), item.message.value(), item.thread.value(),
         item.content, item.writtenAt, item.fault ? Value(*item.fault) : Value(nullptr)});
}

Result<> removeOutboxItem(Database &database, const QString &id)
{
    return database.run("DELETE FROM outbox WHERE id = ?", {id});
}

} // namespace plexi::app::cache
