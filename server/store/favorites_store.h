// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"

/**
 * A member's favourite channels, in their own order. They end with the membership. Each function fails as Connection::run
 * does and on no other ground.
 */
namespace plexi::store::favorites {

/** In their order. */
Result<QList<ChannelId>> list(Connection &connection, UserId user);

/** Makes these the person's favourites, in this order; all are channels they are in. On the writer's connection. */
Result<> replace(Connection &connection, UserId user, const QList<ChannelId> &channels);

} // namespace plexi::store::favorites
