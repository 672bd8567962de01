// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/users_store.h"

/**
 * Rows of sign-ins. Reads take any connection, writes the writer's, inside a job; each function fails as
 * Connection::run does and on no other ground.
 */
namespace plexi::store::sessions {

struct Row {
    SessionId id;
    UserId userId;
    /** SHA-256 of the cookie's value. */
    QByteArray cookieHash;
    /** SHA-256 of the one refresh token that is good now. */
    QByteArray refreshHash;
    bool isRemembered = false;
    QString clientAddress;
    QString userAgent;
    Timestamp createdAt;
    /** When the person last proved who they are. */
    Timestamp authenticatedAt;
    Timestamp lastUsedAt;
    Timestamp expiresAt;
};

/** What every request asks of its session. */
struct Caller {
    users::Identity user;
    SessionId sessionId;
    Timestamp lastUsedAt;
    Timestamp expiresAt;
};

Result<> insert(Connection &connection, const Row &row);
Result<std::optional<Row>> find(Connection &connection, SessionId id);
Result<std::optional<Caller>> caller(Connection &connection, SessionId id);
Result<std::optional<Caller>> callerByCookie(Connection &connection, const QByteArray &cookieHash);

/** Puts the next refresh token in the place of the one that was used. */
Result<> rotate(Connection &connection, SessionId id, const QByteArray &refreshHash, Timestamp now,
                Timestamp expiresAt);
Result<> setAuthenticatedAt(Connection &connection, SessionId id, Timestamp moment);
Result<> setLastUsedAt(Connection &connection, SessionId id, Timestamp moment);

/** The person's own that are good at @p now, the last used first; from the @p offset-th on. */
Result<QList<Row>> list(Connection &connection, UserId user, Timestamp now, qint64 limit, qint64 offset);
Result<qint64> count(Connection &connection, UserId user, Timestamp now);

/** False where it was gone already. */
Result<bool> remove(Connection &connection, SessionId id);
/** All of the person's but @p kept; those that are gone now. */
Result<QList<SessionId>> removeOthers(Connection &connection, UserId user, SessionId kept);
Result<> removeAll(Connection &connection, UserId user);
Result<> removeExpired(Connection &connection, UserId user, Timestamp now);

} // namespace plexi::store::sessions
