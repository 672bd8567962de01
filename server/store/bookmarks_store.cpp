// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/bookmarks_store.h"

#include "server/store/rows.h"

namespace plexi::store::bookmarks {

Result<qint64> countAll(Connection &connection, UserId user)
{
    return firstInteger(connection.run("SELECT count(*) FROM bookmarks WHERE user_id = ?", {user.value()}));
}

Result<qint64> countVisible(Connection &connection, UserId user)
{
    return firstInteger(connection.run("SELECT count(*) FROM bookmarks b JOIN messages x ON x.id = b.message_id"
                                       " JOIN channels c ON c.id = x.channel_id AND c.deleted_at IS NULL"
                                       " LEFT JOIN members m ON m.channel_id = c.id AND m.user_id = b.user_id"
                                       " WHERE b.user_id = ? AND (c.type = 0 OR m.user_id IS NOT NULL)",
                                       {user.value()}));
}

Result<> add(Connection &connection, UserId user, MessageId message, Timestamp moment)
{
    return done(connection.execute("INSERT INTO bookmarks (user_id, message_id, created_at) VALUES (?, ?, ?)"
                                   " ON CONFLICT (user_id, message_id) DO NOTHING",
                                   {user.value(), message.value(), moment.ms}));
}

Result<> remove(Connection &connection, UserId user, MessageId message)
{
    return done(connection.execute("DELETE FROM bookmarks WHERE user_id = ? AND message_id = ?",
                                   {user.value(), message.value()}));
}

Result<> clear(Connection &connection, MessageId message)
{
    return done(connection.execute("DELETE FROM bookmarks WHERE message_id = ?", {message.value()}));
}

} // namespace plexi::store::bookmarks
