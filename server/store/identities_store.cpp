// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/identities_store.h"

#include "server/store/rows.h"

#define IDENTITY_COLUMNS "SELECT id, user_id, issuer, subject, label, created_at, last_used_at FROM identities WHERE "

namespace plexi::store::identities {

namespace {

Result<QList<Row>> readAll(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    const QSqlQuery &row = **query;
    while ((*query)->next()) {
        rows.append({.id = IdentityId(integer(row, 0)),
                     .userId = UserId(integer(row, 1)),
                     .issuer = row.value(2).toString(),
                     .subject = row.value(3).toString(),
                     .label = row.value(4).toString(),
                     .createdAt = moment(row, 5),
                     .lastUsedAt = optionalMoment(row, 6)});
    }
    (*query)->finish();
    return rows;
}

} // namespace

Result<> insert(Connection &connection, const Row &row)
{
    return done(connection.execute("INSERT INTO identities (id, user_id, issuer, subject, label, created_at,"
                                   " last_used_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                                   {row.id.value(), row.userId.value(), row.issuer, row.subject, notNull(row.label),
                                    row.createdAt.ms, row.lastUsedAt ? QVariant(row.lastUsedAt->ms) : QVariant()}));
}

Result<std::optional<Row>> find(Connection &connection, const QString &issuer, const QString &subject)
{
    const auto rows = readAll(connection.run(IDENTITY_COLUMNS "issuer = ? AND subject = ?", {issuer, subject}));
    if (!rows)
        return fail(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<QList<Row>> list(Connection &connection, UserId user)
{
    return readAll(connection.run(IDENTITY_COLUMNS "user_id = ? ORDER BY id DESC", {user.value()}));
}

Result<> setUsed(Connection &connection, IdentityId id, const QString &label, Timestamp now)
{
    return done(connection.execute("UPDATE identities SET label = ?, last_used_at = ? WHERE id = ?",
                                   {notNull(label), now.ms, id.value()}));
}

Result<bool> remove(Connection &connection, IdentityId id, UserId user)
{
    const auto removed = connection.execute("DELETE FROM identities WHERE id = ? AND user_id = ?",
                                            {id.value(), user.value()});
    if (!removed)
        return fail(removed.error());
    return *removed > 0;
}

} // namespace plexi::store::identities
