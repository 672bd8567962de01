// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"

/** What is good once, and was used: challenges, codes, states. */
namespace plexi::store::used_challenges {

/**
 * @p digest is SHA-256. Conflict: it was used before. Forgets those that ended. On the writer's connection, inside a job;
 * fails otherwise as Connection::run does.
 */
Result<> use(Connection &connection, const QByteArray &digest, Timestamp expiresAt, Timestamp now);

} // namespace plexi::store::used_challenges
