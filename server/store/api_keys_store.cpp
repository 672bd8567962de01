// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/api_keys_store.h"

#include "server/store/rows.h"

using namespace Qt::StringLiterals;

namespace plexi::store::api_keys {

namespace {

QStringList words(const QSqlQuery &row, int column)
{
    return row.value(column).toString().split(u' ', Qt::SkipEmptyParts);
}

QVariant orNull(const std::optional<Timestamp> &moment)
{
    return moment ? QVariant(moment->ms) : QVariant();
}

} // namespace

Result<> insert(Connection &connection, const Row &row)
{
    return done(connection.execute("INSERT INTO api_keys (id, user_id, name, key_hash, scopes, created_at, expires_at)"
                                   " VALUES (?, ?, ?, ?, ?, ?, ?)",
                                   {row.id.value(), row.userId.value(), row.name, row.keyHash, row.scopes.join(u' '),
                                    row.createdAt.ms, orNull(row.expiresAt)}));
}

Result<std::optional<Caller>> caller(Connection &connection, const QByteArray &keyHash)
{
    const auto query = connection.run(
        "SELECT u.id, u.username, u.is_active, k.id, k.scopes, k.expires_at, k.last_used_at,"
        " (SELECT string_agg(role, ' ' ORDER BY role) FROM user_roles WHERE user_id = u.id)"
        " FROM api_keys k JOIN users u ON u.id = k.user_id WHERE k.key_hash = ?",
        {keyHash});
    if (!query)
        return fail(query.error());
    std::optional<Caller> found;
    if (const QSqlQuery &row = **query; (*query)->next()) {
        found = Caller{.user = {.id = UserId(integer(row, 0)),
                                .username = row.value(1).toString(),
                                .roles = words(row, 7),
                                .isActive = row.value(2).toBool()},
                       .keyId = ApiKeyId(integer(row, 3)),
                       .scopes = words(row, 4),
                       .expiresAt = optionalMoment(row, 5),
                       .lastUsedAt = optionalMoment(row, 6)};
    }
    (*query)->finish();
    return found;
}

Result<QList<Row>> list(Connection &connection, UserId user)
{
    const auto query = connection.run(
        "SELECT id, user_id, name, key_hash, scopes, created_at, expires_at, last_used_at FROM api_keys"
        " WHERE user_id = ? ORDER BY id DESC",
        {user.value()});
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    while ((*query)->next()) {
        const QSqlQuery &row = **query;
        rows.append({.id = ApiKeyId(integer(row, 0)),
                     .userId = UserId(integer(row, 1)),
                     .name = row.value(2).toString(),
                     .keyHash = row.value(3).toByteArray(),
                     .scopes = words(row, 4),
                     .createdAt = moment(row, 5),
                     .expiresAt = optionalMoment(row, 6),
                     .lastUsedAt = optionalMoment(row, 7)});
    }
    (*query)->finish();
    return rows;
}

Result<qint64> count(Connection &connection, UserId user)
{
    return firstInteger(connection.run("SELECT count(*) FROM api_keys WHERE user_id = ?", {user.value()}));
}

Result<> setLastUsedAt(Connection &connection, ApiKeyId id, Timestamp moment)
{
    return done(connection.execute("UPDATE api_keys SET last_used_at = ? WHERE id = ?", {moment.ms, id.value()}));
}

Result<bool> remove(Connection &connection, ApiKeyId id, UserId user)
{
    const auto removed = connection.execute("DELETE FROM api_keys WHERE id = ? AND user_id = ?",
                                            {id.value(), user.value()});
    if (!removed)
        return fail(removed.error());
    return *removed > 0;
}

} // namespace plexi::store::api_keys
