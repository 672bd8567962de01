// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

/** What sessions, API keys and the people behind them have in common; on any connection, failing as Connection::run. */
namespace plexi::store::credentials {

/** Rises with every change to who a credential stands for or what that person may do, by whichever program. */
Result<qint64> version(Connection &connection);

} // namespace plexi::store::credentials
