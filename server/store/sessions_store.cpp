// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sessions_store.h"

#include "server/store/rows.h"

using namespace Qt::StringLiterals;

// What every query reads, in the order of readRow().
#define SESSION_COLUMNS                                                                                                \
    "id, user_id, cookie_hash, refresh_hash, is_remembered, client_address, user_agent, created_at, authenticated_at," \
    " last_used_at, expires_at"

#define CALLER_QUERY                                                                                                   \
    "SELECT u.id, u.username, u.is_active, s.id, s.last_used_at, s.expires_at,"                                        \
    " (SELECT string_agg(role, ' ' ORDER BY role) FROM user_roles WHERE user_id = u.id)"                               \
    " FROM sessions s JOIN users u ON u.id = s.user_id WHERE "

namespace plexi::store::sessions {

namespace {

Result<std::optional<Caller>> readCaller(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    std::optional<Caller> found;
    if (const QSqlQuery &row = **query; (*query)->next()) {
        found = Caller{.user = {.id = UserId(integer(row, 0)),
                                .username = row.value(1).toString(),
                                .roles = row.value(6).toString().split(u' ', Qt::SkipEmptyParts),
                                .isActive = row.value(2).toBool()},
                       .sessionId = SessionId(integer(row, 3)),
                       .lastUsedAt = moment(row, 4),
                       .expiresAt = moment(row, 5)};
    }
    (*query)->finish();
    return found;
}

Row readRow(const QSqlQuery &row)
{
    return {.id = SessionId(integer(row, 0)),
            .userId = UserId(integer(row, 1)),
            .cookieHash = row.value(2).toByteArray(),
            .refreshHash = row.value(3).toByteArray(),
            .isRemembered = row.value(4).toBool(),
            .clientAddress = row.value(5).toString(),
            .userAgent = row.value(6).toString(),
            .createdAt = moment(row, 7),
            .authenticatedAt = moment(row, 8),
            .lastUsedAt = moment(row, 9),
            .expiresAt = moment(row, 10)};
}

} // namespace

Result<> insert(Connection &connection, const Row &row)
{
    return done(connection.execute(
        "INSERT INTO sessions (id, user_id, cookie_hash, refresh_hash, is_remembered, client_address, user_agent,"
        " created_at, authenticated_at, last_used_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {row.id.value(), row.userId.value(), row.cookieHash, row.refreshHash, row.isRemembered,
         notNull(row.clientAddress), notNull(row.userAgent), row.createdAt.ms, row.authenticatedAt.ms,
         row.lastUsedAt.ms, row.expiresAt.ms}));
}

Result<std::optional<Row>> find(Connection &connection, SessionId id)
{
    const auto query = connection.run("SELECT " SESSION_COLUMNS " FROM sessions WHERE id = ?", {id.value()});
    if (!query)
        return fail(query.error());
    std::optional<Row> found;
    if ((*query)->next())
        found = readRow(**query);
    (*query)->finish();
    return found;
}

Result<std::optional<Caller>> caller(Connection &connection, SessionId id)
{
    return readCaller(connection.run(CALLER_QUERY "s.id = ?", {id.value()}));
}

Result<std::optional<Caller>> callerByCookie(Connection &connection, const QByteArray &cookieHash)
{
    return readCaller(connection.run(CALLER_QUERY "s.cookie_hash = ?", {cookieHash}));
}

Result<> rotate(Connection &connection, SessionId id, const QByteArray &refreshHash, Timestamp now, Timestamp expiresAt)
{
    return done(
        connection.execute("UPDATE sessions SET refresh_hash = ?, last_used_at = ?, expires_at = ? WHERE id = ?",
                           {refreshHash, now.ms, expiresAt.ms, id.value()}));
}

Result<> setAuthenticatedAt(Connection &connection, SessionId id, Timestamp moment)
{
    return done(connection.execute("UPDATE sessions SET authenticated_at = ? WHERE id = ?", {moment.ms, id.value()}));
}

Result<> setLastUsedAt(Connection &connection, SessionId id, Timestamp moment)
{
    return done(connection.execute("UPDATE sessions SET last_used_at = ? WHERE id = ?", {moment.ms, id.value()}));
}

Result<QList<Row>> list(Connection &connection, UserId user, Timestamp now, qint64 limit, qint64 offset)
{
    const auto query = connection.run("SELECT " SESSION_COLUMNS " FROM sessions WHERE user_id = ? AND expires_at > ?"
                                      " ORDER BY last_used_at DESC, id DESC LIMIT ? OFFSET ?",
                                      {user.value(), now.ms, limit, offset});
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    while ((*query)->next())
        rows.append(readRow(**query));
    (*query)->finish();
    return rows;
}

Result<qint64> count(Connection &connection, UserId user, Timestamp now)
{
    return firstInteger(
        connection.run("SELECT count(*) FROM sessions WHERE user_id = ? AND expires_at > ?", {user.value(), now.ms}));
}

Result<QList<SessionId>> removeOthers(Connection &connection, UserId user, SessionId kept)
{
    return ids<SessionId>(connection.run("DELETE FROM sessions WHERE user_id = ? AND id <> ? RETURNING id",
                                         {user.value(), kept.value()}));
}

Result<bool> remove(Connection &connection, SessionId id)
{
    const auto removed = connection.execute("DELETE FROM sessions WHERE id = ?", {id.value()});
    if (!removed)
        return fail(removed.error());
    return *removed > 0;
}

Result<> removeAll(Connection &connection, UserId user)
{
    return done(connection.execute("DELETE FROM sessions WHERE user_id = ?", {user.value()}));
}

Result<> removeExpired(Connection &connection, UserId user, Timestamp now)
{
    return done(
        connection.execute("DELETE FROM sessions WHERE user_id = ? AND expires_at <= ?", {user.value(), now.ms}));
}

} // namespace plexi::store::sessions
