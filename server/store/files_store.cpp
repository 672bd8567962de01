// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/files_store.h"

#include "server/store/rows.h"

namespace plexi::store::files {

namespace {

using protocol::ChannelRole;
using protocol::ChannelType;
using protocol::File;

// The columns of fileFromRow().
#define FILE_COLUMNS                                                                                                   \
    "f.id, f.filename, f.original_filename, f.size, f.content_type, f.channel_id, f.user_id, f.created_at,"            \
    " f.description, f.is_public, b.scan_status, b.metadata,"                                                          \
    " EXISTS (SELECT 1 FROM previews p WHERE p.sha256 = f.sha256 AND p.variant = 0)"
constexpr int kColumns = 13;

File fileFromRow(const QSqlQuery &row)
{
    return {
        .id = FileId(integer(row, 0)),
        .filename = row.value(1).toString(),
        .originalFilename = row.value(2).toString(),
        .size = integer(row, 3),
        .contentType = row.value(4).toString(),
        .channelId = optionalId<ChannelId>(row, 5),
        .uploadedBy = UserId(integer(row, 6)),
        .uploadedAt = moment(row, 7),
        .description = optionalText(row, 8),
        .isPublic = integer(row, 9) != 0,
        .scanStatus = static_cast<protocol::ScanStatus>(integer(row, 10)),
        .metadata = protocol::FileMetadata::fromText(row.value(11).toString().toUtf8()),
        .hasThumbnail = integer(row, 12) != 0,
    };
}

Result<QList<File>> allFiles(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<File> found;
    while ((*query)->next())
        found.append(fileFromRow(**query));
    (*query)->finish();
    return found;
}

Result<std::optional<Sighting>> oneSighting(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QSqlQuery &row = **query;
    std::optional<Sighting> sighting;
    if (row.next()) {
        sighting = Sighting{.file = fileFromRow(row),
                            .sha256 = row.value(kColumns).toByteArray(),
                            .channelType = std::nullopt,
                            .viewerRole = std::nullopt};
        if (!row.isNull(kColumns + 1))
            sighting->channelType = static_cast<ChannelType>(integer(row, kColumns + 1));
        if (!row.isNull(kColumns + 2))
            sighting->viewerRole = static_cast<ChannelRole>(integer(row, kColumns + 2));
    }
    row.finish();
    return sighting;
}

} // namespace

Result<std::optional<Sighting>> find(Connection &connection, FileId id, UserId viewer)
{
    return oneSighting(connection.run("SELECT " FILE_COLUMNS ", f.sha256, c.type, m.role FROM files f"
                                      " JOIN blobs b ON b.sha256 = f.sha256"
                                      " LEFT JOIN channels c ON c.id = f.channel_id AND c.deleted_at IS NULL"
                                      " LEFT JOIN members m ON m.channel_id = c.id AND m.user_id = ?"
                                      " WHERE f.id = ? AND ((f.channel_id IS NULL AND f.user_id = ?)"
                                      "  OR c.type = 0 OR m.user_id IS NOT NULL)",
                                      {viewer.value(), id.value(), viewer.value()}));
}

Result<std::optional<Sighting>> findPublic(Connection &connection, FileId id)
{
    return oneSighting(
        connection.run("SELECT " FILE_COLUMNS ", f.sha256, c.type, NULL FROM files f"
                       " JOIN blobs b ON b.sha256 = f.sha256"
                       " LEFT JOIN channels c ON c.id = f.channel_id AND c.deleted_at IS NULL"
                       " WHERE f.id = ? AND f.is_public = 1 AND (f.channel_id IS NULL OR c.id IS NOT NULL)",
                       {id.value()}));
}

Result<std::optional<Sighting>> findIn(Connection &connection, FileId id, ChannelId channel)
{
    return oneSighting(connection.run("SELECT " FILE_COLUMNS ", f.sha256, c.type, NULL FROM files f"
                                      " JOIN blobs b ON b.sha256 = f.sha256"
                                      " JOIN channels c ON c.id = f.channel_id AND c.deleted_at IS NULL"
                                      " WHERE f.id = ? AND f.channel_id = ?",
                                      {id.value(), channel.value()}));
}

Result<QList<File>> inChannel(Connection &connection, ChannelId channel, FileId position, qint64 limit)
{
    return allFiles(connection.run("SELECT " FILE_COLUMNS " FROM files f JOIN blobs b ON b.sha256 = f.sha256"
                                   " WHERE f.channel_id = ? AND f.id < ? ORDER BY f.id DESC LIMIT ?",
                                   {channel.value(), position.value(), limit}));
}

Result<qint64> countInChannel(Connection &connection, ChannelId channel)
{
    return firstInteger(connection.run("SELECT count(*) FROM files WHERE channel_id = ?", {channel.value()}));
}

Result<QList<FileId>> withContent(Connection &connection, const QByteArray &sha256)
{
    return ids<FileId>(connection.run("SELECT id FROM files WHERE sha256 = ? ORDER BY id", {sha256}));
}

Result<qint64> usage(Connection &connection, UserId user)
{
    return firstInteger(
        connection.run("SELECT coalesce((SELECT sum(size) FROM files WHERE user_id = ?), 0)"
                       " + coalesce((SELECT sum(size) FROM uploads WHERE user_id = ? AND file_id IS NULL"
                       "  AND is_ended = 0), 0)",
                       {user.value(), user.value()}));
}

Result<> insert(Connection &connection, const File &file, const QByteArray &sha256)
{
    return done(connection.execute(
        "INSERT INTO files (id, sha256, size, channel_id, user_id, filename, original_filename, content_type,"
        " description, is_public, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {file.id.value(), sha256, file.size, orNull(file.channelId), file.uploadedBy.value(), notNull(file.filename),
         notNull(file.originalFilename), notNull(file.contentType), orNull(file.description), file.isPublic ? 1 : 0,
         file.uploadedAt.ms}));
}

Result<> remove(Connection &connection, FileId id)
{
    const auto counted = connection.execute(
        "UPDATE messages SET attachment_count = attachment_count -"
        " (SELECT count(*) FROM attachments a WHERE a.message_id = messages.id AND a.file_id = ?)"
        " WHERE id IN (SELECT message_id FROM attachments WHERE file_id = ?)",
        {id.value(), id.value()});
    if (!counted)
        return fail(counted.error());
    return done(connection.execute("DELETE FROM files WHERE id = ?", {id.value()}));
}

Result<> setChannel(Connection &connection, FileId id, ChannelId channel)
{
    return done(connection.execute("UPDATE files SET channel_id = ? WHERE id = ?", {channel.value(), id.value()}));
}

Result<QList<File>> attachedTo(Connection &connection, MessageId message)
{
    return allFiles(connection.run("SELECT " FILE_COLUMNS " FROM attachments a JOIN files f ON f.id = a.file_id"
                                   " JOIN blobs b ON b.sha256 = f.sha256 WHERE a.message_id = ? ORDER BY a.position",
                                   {message.value()}));
}

Result<QList<MessageId>> messagesWith(Connection &connection, FileId id)
{
    return ids<MessageId>(
        connection.run("SELECT DISTINCT message_id FROM attachments WHERE file_id = ?", {id.value()}));
}

Result<> attach(Connection &connection, MessageId message, const QList<File> &files)
{
    for (qsizetype position = 0; position < files.size(); ++position) {
        const auto added = connection.execute(
            "INSERT INTO attachments (message_id, position, file_id) VALUES (?, ?, ?)",
            {message.value(), position, files[position].id.value()});
        if (!added)
            return fail(added.error());
    }
    return done(
        connection.execute("UPDATE messages SET attachment_count = ? WHERE id = ?", {files.size(), message.value()}));
}

Result<> release(Connection &connection, MessageId message, UserId author)
{
    const auto carried = ids<FileId>(
        connection.run("SELECT file_id FROM attachments WHERE message_id = ?", {message.value()}));
    if (!carried)
        return fail(carried.error());
    if (const auto gone = connection.execute("DELETE FROM attachments WHERE message_id = ?", {message.value()}); !gone)
        return fail(gone.error());
    for (const FileId file : *carried) {
        const auto removed = connection.execute("DELETE FROM files WHERE id = ? AND user_id = ?"
                                                " AND NOT EXISTS (SELECT 1 FROM attachments WHERE file_id = ?)",
                                                {file.value(), author.value(), file.value()});
        if (!removed)
            return fail(removed.error());
    }
    return done(connection.execute("UPDATE messages SET attachment_count = 0 WHERE id = ?", {message.value()}));
}

} // namespace plexi::store::files
