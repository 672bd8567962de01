// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/core/ids.h"

namespace plexi::app::cache {

/** How far this device has read, where the server has not been told. */
Result<QHash<ChannelId, MessageId>> readReadMarkers(Database &database);
Result<> writeReadMarker(Database &database, ChannelId channel, MessageId message);
/** The server knows that everything up to @p message was read. */
Result<> removeReadMarker(Database &database, ChannelId channel, MessageId message);

} // namespace plexi::app::cache
