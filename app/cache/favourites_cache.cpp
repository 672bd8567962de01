// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/favourites_cache.h"

#include "app/cache/notes_cache.h"

using namespace Qt::StringLiterals;

namespace plexi::app::cache {

Result<Favourites> readFavourites(Database &database)
{
    Favourites found;
    const auto read = database.each("SELECT channel_id FROM favourites", {},
                                    [&found](const Row &row) { found.channels.insert(ChannelId(row.integer(0))); });
    if (!read)
        return std::unexpected(read.error());
    const auto untold = readNote(database, kUntoldFavouritesNote);
    if (!untold)
        return std::unexpected(untold.error());
    found.isUntold = !untold->isEmpty();
    return found;
}

Result<> writeFavourites(Database &database, const Favourites &favourites)
{
    Result<> done = database.run("DELETE FROM favourites");
    for (const ChannelId channel : favourites.channels)
        done = done ? database.run("INSERT INTO favourites (channel_id) VALUES (?)", {channel.value()}) : done;
    return done ? writeNote(database, kUntoldFavouritesNote, favourites.isUntold ? u"1"_s : QString()) : done;
}

} // namespace plexi::app::cache
