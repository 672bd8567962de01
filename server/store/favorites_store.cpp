// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/favorites_store.h"

#include "server/store/rows.h"

namespace plexi::store::favorites {

Result<QList<ChannelId>> list(Connection &connection, UserId user)
{
    return ids<ChannelId>(connection.run("SELECT channel_id FROM members WHERE user_id = ?"
                                         " AND favorite_position IS NOT NULL ORDER BY favorite_position, channel_id",
                                         {user.value()}));
}

Result<> replace(Connection &connection, UserId user, const QList<ChannelId> &channels)
{
    const auto cleared = connection.execute(
        "UPDATE members SET favorite_position = NULL WHERE user_id = ? AND favorite_position IS NOT NULL",
        {user.value()});
    if (!cleared)
        return fail(cleared.error());
    for (qint64 position = 0; const ChannelId channel : channels) {
        const auto placed = connection.execute(
            "UPDATE members SET favorite_position = ? WHERE channel_id = ? AND user_id = ?",
            {position++, channel.value(), user.value()});
        if (!placed)
            return fail(placed.error());
    }
    return {};
}

} // namespace plexi::store::favorites
