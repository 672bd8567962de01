// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <QStringList>

namespace plexi::store {

/**
 * What `doctor` checks in the database: SQLite's own integrity check, foreign keys, every kept counter against a recount,
 * and the full-text index against the messages. One line for each finding, none where all is well. Reads only, all of it in one snapshot, and so works beside
 * a running server; it walks every row, which takes seconds for millions of messages. Fails where it cannot read at all.
 */
Result<QStringList> checkConsistency(Connection &connection);

} // namespace plexi::store
