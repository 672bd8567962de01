// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"

namespace plexi::app::cache {

/** Small facts of the cache's own: whose it is, which channel was open. */
inline constexpr auto kAccountNote = "account";
inline constexpr auto kOpenChannelNote = "open_channel";

/** An empty text where there is none. */
Result<QString> readNote(Database &database, const char *name);
Result<> writeNote(Database &database, const char *name, const QString &value);

} // namespace plexi::app::cache
