// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <optional>

/**
 * Rows of sign-ins that wait for their second factor. Reads take any connection, writes the writer's, inside a job;
 * each function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::sign_in_steps {

struct Row {
    qint64 id = 0;
    UserId userId;
    /** SHA-256 of the password hash that was matched. */
    QByteArray passwordDigest;
    bool isRemembered = false;
    qint64 attemptsLeft = 0;
    Timestamp expiresAt;
};

/** Forgets the person's expired ones, and of the others all but the newest few. */
Result<> insert(Connection &connection, const Row &row, Timestamp now);
Result<std::optional<Row>> find(Connection &connection, qint64 id);
/** Takes one attempt away; the last one takes the row. */
Result<> countAttempt(Connection &connection, qint64 id);
Result<> remove(Connection &connection, qint64 id);

} // namespace plexi::store::sign_in_steps
