// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/uploads_cache.h"

namespace plexi::app::cache {

Result<QList<UploadItem>> readUploads(Database &database)
{
    QList<UploadItem> items;
    constexpr auto kSql = "SELECT id, channel_id, thread_id, message, path, content, name, size, changed_at, upload_id,"
                          " file_id, is_paused, fault FROM uploads ORDER BY position";
    const auto read = database.each(kSql, {}, [&items](const Row &row) {
        items.append({.id = row.text(0),
                      .channel = ChannelId(row.integer(1)),
                      .thread = MessageId(row.integer(2)),
                      .message = row.text(3),
                      .path = row.text(4),
                      .content = row.bytes(5),
                      .name = row.text(6),
                      .size = row.integer(7),
                      .changedAt = row.integer(8),
                      .upload = UploadId(row.integer(9)),
                      .file = FileId(row.integer(10)),
                      .isPaused = row.integer(11) != 0,
                      .fault = row.isNull(12) ? std::nullopt : std::optional(row.text(12))});
    });
    if (!read)
        return std::unexpected(read.error());
    return items;
}

Result<> writeUpload(Database &database, const UploadItem &item)
{
    const Value content = item.path.isEmpty() ? Value(item.content) : Value(nullptr);
    const Value fault = item.fault ? Value(*item.fault) : Value(nullptr);
    return database.run(
        "INSERT INTO uploads (id, channel_id, thread_id, message, path, content, name, size, changed_at, upload_id,"
        " file_id, is_paused, fault) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " message = excluded.message, upload_id = excluded.upload_id, file_id = excluded.file_id,"
        " is_paused = excluded.is_paused, fault = excluded.fault",
        {item.id, item.channel.value(), item.thread.value(), item.message, item.path, content, item.name, item.size,
         item.changedAt, item.upload.value(), item.file.value(), qint64(item.isPaused), fault});
}

Result<> removeUpload(Database &database, const QString &id)
{
    return database.run("DELETE FROM uploads WHERE id = ?", {id});
}

} // namespace plexi::app::cache
