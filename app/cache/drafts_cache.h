// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/core/ids.h"

namespace plexi::app::cache {

Result<QHash<ChannelId, QString>> readDrafts(Database &database);
/** An empty text takes the draft away. */
Result<> writeDraft(Database &database, ChannelId channel, const QString &text);

} // namespace plexi::app::cache
