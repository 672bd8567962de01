// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/identity.h"

#include <optional>

/**
 * Rows of people's identities at OpenID providers. Reads take any connection, writes the writer's, inside a job; each
 * function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::identities {

struct Row {
    IdentityId id;
    UserId userId;
    QString issuer;
    QString subject;
    QString label;
    Timestamp createdAt;
    std::optional<Timestamp> lastUsedAt = std::nullopt;
};

/** Conflict: somebody has that identity. */
Result<> insert(Connection &connection, const Row &row);
Result<std::optional<Row>> find(Connection &connection, const QString &issuer, const QString &subject);
/** Newest first. */
Result<QList<Row>> list(Connection &connection, UserId user);
Result<> setUsed(Connection &connection, IdentityId id, const QString &label, Timestamp now);
/** False where the person has no such identity. */
Result<bool> remove(Connection &connection, IdentityId id, UserId user);

} // namespace plexi::store::identities
