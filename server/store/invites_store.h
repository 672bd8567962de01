// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/invite.h"

#include <optional>

/**
 * Rows of invitations. Reads take any connection, writes the writer's, inside a job; each function fails as
 * Connection::run does and on no other ground.
 */
namespace plexi::store::invites {

struct Row {
    InviteId id;
    QString code;
    UserId createdBy;
    Timestamp createdAt;
    Timestamp expiresAt;
    /** Nothing: any number. */
    std::optional<qint64> maxUses = std::nullopt;
    qint64 uses = 0;
};

Result<> insert(Connection &connection, const Row &row);
Result<std::optional<Row>> find(Connection &connection, const QString &code);
/** Newest first; everybody's where no @p maker is given. */
Result<QList<Row>> page(Connection &connection, std::optional<UserId> maker, qint64 limit, qint64 offset);
Result<qint64> count(Connection &connection, std::optional<UserId> maker);
/** Counts one use. False where its time is over or all uses are taken. */
Result<bool> use(Connection &connection, InviteId id, Timestamp now);
Result<> remove(Connection &connection, InviteId id);
/** Those of @p maker that let nobody in any more. */
Result<> removeEnded(Connection &connection, UserId maker, Timestamp now);

} // namespace plexi::store::invites
