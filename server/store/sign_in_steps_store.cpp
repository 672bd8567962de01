// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sign_in_steps_store.h"

#include "server/store/rows.h"

namespace plexi::store::sign_in_steps {

Result<> insert(Connection &connection, const Row &row, Timestamp now)
{
    // Whoever has the password could fill the table otherwise.
    constexpr int kMaxStepsOfAPerson = 20;
    if (const auto swept = connection.execute(
            "DELETE FROM sign_in_steps WHERE user_id = ? AND (expires_at <= ? OR id NOT IN (SELECT id FROM"
            " sign_in_steps WHERE user_id = ? ORDER BY id DESC LIMIT ?))",
            {row.userId.value(), now.ms, row.userId.value(), kMaxStepsOfAPerson - 1});
        !swept)
        return fail(swept.error());
    return done(connection.execute(
        "INSERT INTO sign_in_steps (id, user_id, password_digest, is_remembered, attempts_left, expires_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        {row.id, row.userId.value(), row.passwordDigest, row.isRemembered, row.attemptsLeft, row.expiresAt.ms}));
}

Result<std::optional<Row>> find(Connection &connection, qint64 id)
{
    const auto query = connection.run("SELECT id, user_id, password_digest, is_remembered, attempts_left, expires_at"
                                      " FROM sign_in_steps WHERE id = ?",
                                      {id});
    if (!query)
        return fail(query.error());
    std::optional<Row> found;
    if (const QSqlQuery &row = **query; (*query)->next()) {
        found = Row{.id = integer(row, 0),
                    .userId = UserId(integer(row, 1)),
                    .passwordDigest = row.value(2).toByteArray(),
                    .isRemembered = row.value(3).toBool(),
                    .attemptsLeft = integer(row, 4),
                    .expiresAt = moment(row, 5)};
    }
    (*query)->finish();
    return found;
}

Result<> countAttempt(Connection &connection, qint64 id)
{
    if (const auto counted = connection.execute(
            "UPDATE sign_in_steps SET attempts_left = attempts_left - 1 WHERE id = ?", {id});
        !counted)
        return fail(counted.error());
    return done(connection.execute("DELETE FROM sign_in_steps WHERE id = ? AND attempts_left <= 0", {id}));
}

Result<> remove(Connection &connection, qint64 id)
{
    return done(connection.execute("DELETE FROM sign_in_steps WHERE id = ?", {id}));
}

} // namespace plexi::store::sign_in_steps
