// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/passkeys_store.h"

#include "server/store/rows.h"

#define PASSKEY_COLUMNS                                                                                                \
    "SELECT id, user_id, credential_id, public_key, sign_count, name, is_backed_up, created_at, last_used_at"          \
    " FROM passkeys WHERE "

namespace plexi::store::passkeys {

namespace {

Result<QList<Row>> readAll(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    const QSqlQuery &row = **query;
    while ((*query)->next()) {
        rows.append({.id = PasskeyId(integer(row, 0)),
                     .userId = UserId(integer(row, 1)),
                     .credentialId = row.value(2).toByteArray(),
                     .publicKey = row.value(3).toByteArray(),
                     .signCount = integer(row, 4),
                     .name = row.value(5).toString(),
                     .isBackedUp = row.value(6).toBool(),
                     .createdAt = moment(row, 7),
                     .lastUsedAt = optionalMoment(row, 8)});
    }
    (*query)->finish();
    return rows;
}

} // namespace

Result<> insert(Connection &connection, const Row &row)
{
    return done(connection.execute(
        "INSERT INTO passkeys (id, user_id, credential_id, public_key, sign_count, name, is_backed_up, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {row.id.value(), row.userId.value(), row.credentialId, row.publicKey, row.signCount, notNull(row.name),
         row.isBackedUp, row.createdAt.ms}));
}

Result<std::optional<Row>> findByCredential(Connection &connection, const QByteArray &credentialId)
{
    const auto rows = readAll(connection.run(PASSKEY_COLUMNS "credential_id = ?", {credentialId}));
    if (!rows)
        return fail(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<QList<Row>> list(Connection &connection, UserId user)
{
    return readAll(connection.run(PASSKEY_COLUMNS "user_id = ? ORDER BY id DESC", {user.value()}));
}

Result<> setUsed(Connection &connection, PasskeyId id, qint64 signCount, bool isBackedUp, Timestamp now)
{
    return done(
        connection.execute("UPDATE passkeys SET sign_count = ?, is_backed_up = ?, last_used_at = ? WHERE id = ?",
                           {signCount, isBackedUp, now.ms, id.value()}));
}

Result<bool> remove(Connection &connection, PasskeyId id, UserId user)
{
    const auto removed = connection.execute("DELETE FROM passkeys WHERE id = ? AND user_id = ?",
                                            {id.value(), user.value()});
    if (!removed)
        return fail(removed.error());
    return *removed > 0;
}

Result<> removeAll(Connection &connection, UserId user)
{
    return done(connection.execute("DELETE FROM passkeys WHERE user_id = ?", {user.value()}));
}

} // namespace plexi::store::passkeys
