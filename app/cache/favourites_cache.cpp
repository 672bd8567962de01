// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/favourites_cache.h"

namespace plexi::app::cache {

Result<Favourites> readFavourites(Database &database)
{
    Favourites found;
    const auto read = database.each("SELECT channel_id, is_favourite, is_untold FROM favourites", {},
                                    [&found](const Row &row) {
                                        const ChannelId channel(row.integer(0));
                                        if (row.integer(1) != 0)
                                            found.channels.insert(channel);
                                        if (row.integer(2) != 0)
                                            found.untold.insert(channel);
                                    });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<> writeFavourites(Database &database, const Favourites &favourites)
{
    Result<> done = database.run("DELETE FROM favourites");
    for (const ChannelId channel : favourites.channels + favourites.untold) {
        const auto has = [channel](const QSet<ChannelId> &channels) {
            return qint64(channels.contains(channel));
        };
        if (done) {
            done = database.run("INSERT INTO favourites (channel_id, is_favourite, is_untold) VALUES (?, ?, ?)",
                                {channel.value(), has(favourites.channels), has(favourites.untold)});
        }
    }
    return done;
}

} // namespace plexi::app::cache
