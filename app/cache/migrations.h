// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"

namespace plexi::app::cache {

/** What the numbered files of migrations/ make of an empty file. */
int latestVersion();
/** Applies what is missing, each in a transaction of its own. A file that is newer than the program is refused. */
Result<> migrate(Database &database);

} // namespace plexi::app::cache
