// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/users_store.h"

/**
 * Rows of API keys. Reads take any connection, writes the writer's, inside a job; each function fails as
 * Connection::run does and on no other ground.
 */
namespace plexi::store::api_keys {

struct Row {
    ApiKeyId id;
    UserId userId;
    QString name;
    /** SHA-256 of the key. */
    QByteArray keyHash;
    QStringList scopes;
    Timestamp createdAt;
    std::optional<Timestamp> expiresAt = std::nullopt;
    std::optional<Timestamp> lastUsedAt = std::nullopt;
};

/** What every request asks of its key. */
struct Caller {
    users::Identity user;
    ApiKeyId keyId;
    QStringList scopes;
    std::optional<Timestamp> expiresAt = std::nullopt;
    std::optional<Timestamp> lastUsedAt = std::nullopt;
};

Result<> insert(Connection &connection, const Row &row);
Result<std::optional<Caller>> caller(Connection &connection, const QByteArray &keyHash);
/** The person's own, newest first. */
Result<QList<Row>> list(Connection &connection, UserId user);
Result<qint64> count(Connection &connection, UserId user);
Result<> setLastUsedAt(Connection &connection, ApiKeyId id, Timestamp moment);
/** False where the person has no such key. */
Result<bool> remove(Connection &connection, ApiKeyId id, UserId user);

} // namespace plexi::store::api_keys
