// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/core/ids.h"

#include <QSet>

namespace plexi::app::cache {

struct Favourites {
    QSet<ChannelId> channels;
    /** They were changed here, and the server does not know. */
    bool isUntold = false;
};

Result<Favourites> readFavourites(Database &database);
/** In the place of all that there were. */
Result<> writeFavourites(Database &database, const Favourites &favourites);

} // namespace plexi::app::cache
