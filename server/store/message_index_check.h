// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <QStringList>

namespace plexi::store {

/**
 * Holds the full-text index against the messages, and appends a line for each finding: a message that is missing in it or
 * should not be there, one that it has with another number of terms, one with a word that cannot be found by its parts. What
 * the index is made of is checked by SQLite's own integrity check. Reads every message; fails where it cannot read at all.
 */
Result<> checkMessageIndex(Connection &connection, QStringList &findings);

} // namespace plexi::store
