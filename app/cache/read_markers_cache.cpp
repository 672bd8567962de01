// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/read_markers_cache.h"

namespace plexi::app::cache {

Result<QHash<ChannelId, MessageId>> readReadMarkers(Database &database)
{
    QHash<ChannelId, MessageId> markers;
    const auto read = database.each("SELECT channel_id, message_id FROM read_markers", {}, [&markers](const Row &row) {
        markers.insert(ChannelId(row.integer(0)), MessageId(row.integer(1)));
    });
    if (!read)
        return std::unexpected(read.error());
    return markers;
}

Result<> writeReadMarker(Database &database, ChannelId channel, MessageId message)
{
    return database.run("INSERT OR REPLACE INTO read_markers (channel_id, message_id) VALUES (?, ?)",
                        {channel.value(), message.value()});
}

Result<> removeReadMarker(Database &database, ChannelId channel, MessageId message)
{
    return database.run("DELETE FROM read_markers WHERE channel_id = ? AND message_id <= ?",
                        {channel.value(), message.value()});
}

} // namespace plexi::app::cache
