// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/custom_emoji_store.h"

#include "server/store/rows.h"

namespace plexi::store::custom_emoji {

namespace {

Result<QList<Row>> allRows(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        rows.append({.name = row.value(0).toString(),
                     .key = row.value(1).toString(),
                     .createdBy = optionalId<UserId>(row, 2),
                     .createdAt = moment(row, 3)});
    }
    (*query)->finish();
    return rows;
}

} // namespace

Result<QList<Row>> list(Connection &connection, qint64 limit, qint64 offset)
{
    return allRows(connection.run("SELECT name, key, created_by, created_at FROM custom_emoji ORDER BY name"
                                  " LIMIT ? OFFSET ?",
                                  {limit, offset}));
}

Result<qint64> count(Connection &connection)
{
    return firstInteger(connection.run("SELECT count(*) FROM custom_emoji"));
}

Result<std::optional<Row>> find(Connection &connection, const QString &name)
{
    const auto rows = allRows(
        connection.run("SELECT name, key, created_by, created_at FROM custom_emoji WHERE name = ?", {name}));
    if (!rows)
        return fail(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<std::optional<Picture>> findPicture(Connection &connection, const QString &name)
{
    const auto query = connection.run("SELECT content_type, bytes FROM custom_emoji WHERE name = ?", {name});
    if (!query)
        return fail(query.error());
    std::optional<Picture> picture;
    if ((*query)->next())
        picture = Picture{.contentType = (*query)->value(0).toString(), .bytes = (*query)->value(1).toByteArray()};
    (*query)->finish();
    return picture;
}

Result<> insert(Connection &connection, const Row &row, const Picture &picture)
{
    return done(connection.execute(
        "INSERT INTO custom_emoji (name, content_type, bytes, key, created_by, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        {row.name, picture.contentType, picture.bytes, row.key, orNull(row.createdBy), row.createdAt.ms}));
}

Result<> remove(Connection &connection, const QString &name)
{
    return done(connection.execute("DELETE FROM custom_emoji WHERE name = ?", {name}));
}

} // namespace plexi::store::custom_emoji
