// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <optional>

/**
 * Rows of passkeys. Reads take any connection, writes the writer's, inside a job; each function fails as Connection::run
 * does and on no other ground.
 */
namespace plexi::store::passkeys {

struct Row {
    PasskeyId id;
    UserId userId;
    QByteArray credentialId;
    /** COSE_Key. */
    QByteArray publicKey;
    qint64 signCount = 0;
    QString name;
    bool isBackedUp = false;
    Timestamp createdAt;
    std::optional<Timestamp> lastUsedAt = std::nullopt;
};

/** Conflict: somebody has that credential. */
Result<> insert(Connection &connection, const Row &row);
Result<std::optional<Row>> findByCredential(Connection &connection, const QByteArray &credentialId);
/** Newest first. */
Result<QList<Row>> list(Connection &connection, UserId user);
Result<> setUsed(Connection &connection, PasskeyId id, qint64 signCount, bool isBackedUp, Timestamp now);
/** False where the person has no such passkey. */
Result<bool> remove(Connection &connection, PasskeyId id, UserId user);
Result<> removeAll(Connection &connection, UserId user);

} // namespace plexi::store::passkeys
