// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/message_versions_store.h"

#include "server/store/rows.h"

namespace plexi::store::message_versions {

using protocol::MessageVersion;

Result<QList<MessageVersion>> list(Connection &connection, MessageId message)
{
    const auto query = connection.run("SELECT version, content, content_type, written_at FROM message_versions"
                                      " WHERE message_id = ? ORDER BY version DESC",
                                      {message.value()});
    if (!query)
        return fail(query.error());
    QList<MessageVersion> versions;
    while ((*query)->next()) {
        versions.append({.version = integer(**query, 0),
                         .content = (*query)->value(1).toString(),
                         .contentType = static_cast<protocol::ContentType>(integer(**query, 2)),
                         .writtenAt = moment(**query, 3)});
    }
    (*query)->finish();
    return versions;
}

Result<> add(Connection &connection, const protocol::Message &message, qint64 limit)
{
    const auto newest = firstInteger(
        connection.run("SELECT max(version) FROM message_versions WHERE message_id = ?", {message.id.value()}));
    if (!newest)
        return fail(newest.error());
    const qint64 version = *newest + 1;
    const auto added = connection.execute(
        "INSERT INTO message_versions (message_id, version, content, content_type, written_at) VALUES (?, ?, ?, ?, ?)",
        {message.id.value(), version, notNull(message.content), static_cast<int>(message.contentType),
         message.updatedAt.value_or(message.createdAt).ms});
    if (!added)
        return fail(added.error());
    return done(connection.execute("DELETE FROM message_versions WHERE message_id = ? AND version <= ?",
                                   {message.id.value(), version - limit}));
}

Result<> clear(Connection &connection, MessageId message)
{
    return done(connection.execute("DELETE FROM message_versions WHERE message_id = ?", {message.value()}));
}

} // namespace plexi::store::message_versions
