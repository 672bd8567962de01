// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/pins_store.h"

#include "server/store/rows.h"

namespace plexi::store::pins {

Result<qint64> count(Connection &connection, ChannelId channel)
{
    return firstInteger(connection.run("SELECT count(*) FROM messages WHERE channel_id = ? AND pinned_at IS NOT NULL",
                                       {channel.value()}));
}

Result<> set(Connection &connection, MessageId message, UserId by, Timestamp moment)
{
    return done(connection.execute("UPDATE messages SET pinned_at = ?, pinned_by = ? WHERE id = ?",
                                   {moment.ms, by.value(), message.value()}));
}

Result<> clear(Connection &connection, MessageId message)
{
    return done(
        connection.execute("UPDATE messages SET pinned_at = NULL, pinned_by = NULL WHERE id = ?", {message.value()}));
}

} // namespace plexi::store::pins
