// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/users_cache.h"

#include "shared/protocol/json_reader.h"

#include <QJsonDocument>

namespace plexi::app::cache {

Result<QList<protocol::User>> readUsers(Database &database)
{
    QList<protocol::User> users;
    const auto read = database.each("SELECT body FROM users", {}, [&users](const Row &row) {
        const auto object = protocol::parseObject(row.bytes(0));
        auto user = object ? protocol::User::fromJson(*object) : fail(object.error());
        if (!user)
            return;
        user->status = protocol::PresenceStatus::Offline;
        users.append(std::move(*user));
    });
    if (!read)
        return std::unexpected(read.error());
    return users;
}

Result<> writeUser(Database &database, const protocol::User &user)
{
    protocol::User kept = user;
    kept.own.reset();
    return database.run("INSERT OR REPLACE INTO users (id, body) VALUES (?, ?)",
                        {kept.id.value(), QJsonDocument(kept.toJson()).toJson(QJsonDocument::Compact)});
}

} // namespace plexi::app::cache
