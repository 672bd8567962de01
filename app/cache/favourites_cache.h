// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/core/ids.h"

#include <QSet>

namespace plexi::app::cache {

struct Favourites {
    QSet<ChannelId> channels;
    /** Of these the server does not know yet what was changed here: that they are favourites now, or are none any more. */
    QSet<ChannelId> untold;
};

Result<Favourites> readFavourites(Database &database);
/** In the place of all that there were. */
Result<> writeFavourites(Database &database, const Favourites &favourites);

} // namespace plexi::app::cache
