// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/invites_store.h"

#include "server/store/rows.h"

#define INVITE_COLUMNS "SELECT id, code, created_by, created_at, expires_at, max_uses, uses FROM invites WHERE "

namespace plexi::store::invites {

namespace {

Result<QList<Row>> readAll(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    const QSqlQuery &row = **query;
    while ((*query)->next()) {
        rows.append({.id = InviteId(integer(row, 0)),
                     .code = row.value(1).toString(),
                     .createdBy = UserId(integer(row, 2)),
                     .createdAt = moment(row, 3),
                     .expiresAt = moment(row, 4),
                     .maxUses = row.isNull(5) ? std::nullopt : std::optional(integer(row, 5)),
                     .uses = integer(row, 6)});
    }
    (*query)->finish();
    return rows;
}

} // namespace

Result<> insert(Connection &connection, const Row &row)
{
    return done(connection.execute(
        "INSERT INTO invites (id, code, created_by, created_at, expires_at, max_uses) VALUES (?, ?, ?, ?, ?, ?)",
        {row.id.value(), row.code, row.createdBy.value(), row.createdAt.ms, row.expiresAt.ms,
         row.maxUses ? QVariant(*row.maxUses) : QVariant()}));
}

Result<std::optional<Row>> find(Connection &connection, const QString &code)
{
    const auto rows = readAll(connection.run(INVITE_COLUMNS "code = ?", {code}));
    if (!rows)
        return fail(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<QList<Row>> page(Connection &connection, std::optional<UserId> maker, qint64 limit, qint64 offset)
{
    const QVariant by = orNull(maker);
    return readAll(connection.run(INVITE_COLUMNS "(? IS NULL OR created_by = ?) ORDER BY id DESC LIMIT ? OFFSET ?",
                                  {by, by, limit, offset}));
}

Result<qint64> count(Connection &connection, std::optional<UserId> maker)
{
    const QVariant by = orNull(maker);
    return firstInteger(connection.run("SELECT count(*) FROM invites WHERE ? IS NULL OR created_by = ?", {by, by}));
}

Result<bool> use(Connection &connection, InviteId id, Timestamp now)
{
    const auto used = connection.execute("UPDATE invites SET uses = uses + 1 WHERE id = ? AND expires_at > ?"
                                         " AND (max_uses IS NULL OR uses < max_uses)",
                                         {id.value(), now.ms});
    if (!used)
        return fail(used.error());
    return *used > 0;
}

Result<> remove(Connection &connection, InviteId id)
{
    return done(connection.execute("DELETE FROM invites WHERE id = ?", {id.value()}));
}

Result<> removeEnded(Connection &connection, UserId maker, Timestamp now)
{
    return done(connection.execute("DELETE FROM invites WHERE created_by = ? AND (expires_at <= ? OR uses >= max_uses)",
                                   {maker.value(), now.ms}));
}

} // namespace plexi::store::invites
