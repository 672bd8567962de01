// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/uploads_store.h"

#include "server/store/rows.h"

namespace plexi::store::uploads {

Result<std::optional<Row>> find(Connection &connection, UploadId id, UserId user)
{
    const auto query = connection.run(
        "SELECT channel_id, filename, description, is_public, metadata, size, received, file_id,"
        " is_ended, created_at, expires_at FROM uploads WHERE id = ? AND user_id = ?",
        {id.value(), user.value()});
    if (!query)
        return fail(query.error());
    const QSqlQuery &values = **query;
    std::optional<Row> row;
    if ((*query)->next()) {
        row = Row{.id = id,
                  .user = user,
                  .channel = optionalId<ChannelId>(values, 0),
                  .filename = values.value(1).toString(),
                  .description = optionalText(values, 2),
                  .isPublic = integer(values, 3) != 0,
                  .metadata = values.value(4).toString(),
                  .size = integer(values, 5),
                  .received = integer(values, 6),
                  .file = optionalId<FileId>(values, 7),
                  .isEnded = integer(values, 8) != 0,
                  .createdAt = moment(values, 9),
                  .expiresAt = moment(values, 10)};
    }
    (*query)->finish();
    return row;
}

Result<> insert(Connection &connection, const Row &row)
{
    return done(connection.execute(
        "INSERT INTO uploads (id, user_id, channel_id, filename, description, is_public, metadata, size, received,"
        " created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {row.id.value(), row.user.value(), orNull(row.channel), notNull(row.filename), orNull(row.description),
         row.isPublic ? 1 : 0, notNull(row.metadata), row.size, row.received, row.createdAt.ms, row.expiresAt.ms}));
}

Result<> setReceived(Connection &connection, UploadId id, qint64 received, Timestamp expiresAt)
{
    return done(connection.execute("UPDATE uploads SET received = ?, expires_at = ? WHERE id = ? AND is_ended = 0",
                                   {received, expiresAt.ms, id.value()}));
}

Result<> setFile(Connection &connection, UploadId id, FileId file)
{
    return done(connection.execute("UPDATE uploads SET file_id = ? WHERE id = ?", {file.value(), id.value()}));
}

Result<> end(Connection &connection, UploadId id)
{
    return done(connection.execute("UPDATE uploads SET is_ended = 1 WHERE id = ?", {id.value()}));
}

Result<QList<UploadId>> spent(Connection &connection, Timestamp moment)
{
    return ids<UploadId>(connection.run(
        "SELECT id FROM uploads WHERE is_ended = 1 OR file_id IS NOT NULL OR expires_at <= ?", {moment.ms}));
}

Result<QList<UploadId>> open(Connection &connection, Timestamp moment)
{
    return ids<UploadId>(connection.run(
        "SELECT id FROM uploads WHERE is_ended = 0 AND file_id IS NULL AND expires_at > ?", {moment.ms}));
}

Result<bool> hasExpired(Connection &connection, Timestamp moment)
{
    const auto found = firstInteger(
        connection.run("SELECT EXISTS (SELECT 1 FROM uploads WHERE expires_at <= ?)", {moment.ms}));
    if (!found)
        return fail(found.error());
    return *found != 0;
}

Result<> forget(Connection &connection, Timestamp moment)
{
    return done(connection.execute("DELETE FROM uploads WHERE expires_at <= ?", {moment.ms}));
}

} // namespace plexi::store::uploads
