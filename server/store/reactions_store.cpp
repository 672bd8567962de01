// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/reactions_store.h"

#include "server/store/rows.h"

namespace plexi::store::reactions {

namespace {

Result<bool> isUsed(Connection &connection, MessageId message, const QString &emoji)
{
    const auto found = firstInteger(connection.run(
        "SELECT EXISTS (SELECT 1 FROM reactions WHERE message_id = ? AND emoji = ?)", {message.value(), emoji}));
    if (!found)
        return fail(found.error());
    return *found != 0;
}

Result<> changeEmojiCount(Connection &connection, MessageId message, int difference)
{
    return done(connection.execute("UPDATE messages SET emoji_count = emoji_count + ? WHERE id = ?",
                                   {difference, message.value()}));
}

} // namespace

Result<bool> has(Connection &connection, MessageId message, const QString &emoji, UserId user)
{
    const auto found = firstInteger(
        connection.run("SELECT EXISTS (SELECT 1 FROM reactions WHERE message_id = ? AND emoji = ? AND user_id = ?)",
                       {message.value(), emoji, user.value()}));
    if (!found)
        return fail(found.error());
    return *found != 0;
}

Result<bool> add(Connection &connection, MessageId message, const QString &emoji, UserId user)
{
    const auto wasUsed = isUsed(connection, message, emoji);
    if (!wasUsed)
        return wasUsed;
    const auto added = connection.execute("INSERT INTO reactions (message_id, emoji, user_id) VALUES (?, ?, ?)"
                                          " ON CONFLICT (message_id, emoji, user_id) DO NOTHING",
                                          {message.value(), emoji, user.value()});
    if (!added)
        return fail(added.error());
    if (*added == 0)
        return false;
    if (!*wasUsed) {
        if (const auto counted = changeEmojiCount(connection, message, 1); !counted)
            return fail(counted.error());
    }
    return true;
}

Result<bool> remove(Connection &connection, MessageId message, const QString &emoji, UserId user)
{
    const auto removed = connection.execute("DELETE FROM reactions WHERE message_id = ? AND emoji = ? AND user_id = ?",
                                            {message.value(), emoji, user.value()});
    if (!removed)
        return fail(removed.error());
    if (*removed == 0)
        return false;
    const auto isStillUsed = isUsed(connection, message, emoji);
    if (!isStillUsed)
        return isStillUsed;
    if (!*isStillUsed) {
        if (const auto counted = changeEmojiCount(connection, message, -1); !counted)
            return fail(counted.error());
    }
    return true;
}

Result<> clear(Connection &connection, MessageId message)
{
    if (const auto removed = connection.execute("DELETE FROM reactions WHERE message_id = ?", {message.value()});
        !removed)
        return fail(removed.error());
    return done(connection.execute("UPDATE messages SET emoji_count = 0 WHERE id = ?", {message.value()}));
}

} // namespace plexi::store::reactions
