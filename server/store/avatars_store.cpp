// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/avatars_store.h"

#include "server/store/rows.h"

namespace plexi::store::avatars {

Result<std::optional<Row>> find(Connection &connection, UserId user)
{
    const auto query = connection.run("SELECT content_type, bytes FROM avatars WHERE user_id = ?", {user.value()});
    if (!query)
        return fail(query.error());
    std::optional<Row> row;
    if ((*query)->next())
        row = Row{(*query)->value(0).toString(), (*query)->value(1).toByteArray()};
    (*query)->finish();
    return row;
}

Result<> set(Connection &connection, UserId user, const Row &row, const QString &key)
{
    const auto stored = connection.execute("INSERT INTO avatars (user_id, content_type, bytes) VALUES (?, ?, ?)"
                                           " ON CONFLICT (user_id) DO UPDATE"
                                           " SET content_type = excluded.content_type, bytes = excluded.bytes",
                                           {user.value(), row.contentType, row.bytes});
    if (!stored)
        return fail(stored.error());
    return done(connection.execute("UPDATE users SET avatar_key = ? WHERE id = ?", {key, user.value()}));
}

Result<> remove(Connection &connection, UserId user)
{
    const auto removed = connection.execute("DELETE FROM avatars WHERE user_id = ?", {user.value()});
    if (!removed)
        return fail(removed.error());
    return done(connection.execute("UPDATE users SET avatar_key = NULL WHERE id = ?", {user.value()}));
}

} // namespace plexi::store::avatars
