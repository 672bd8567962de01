// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"

#include <QByteArray>

#include <optional>

/**
 * People's pictures. Reads take any connection, writes the writer's, inside a job; each function fails as
 * Connection::run does and on no other ground.
 */
namespace plexi::store::avatars {

struct Row {
    /** "image/jpeg" or "image/png". */
    QString contentType;
    QByteArray bytes;
};

Result<std::optional<Row>> find(Connection &connection, UserId user);
/** In place of what was there. @p key is what users::Row::avatarKey is then. */
Result<> set(Connection &connection, UserId user, const Row &row, const QString &key);
Result<> remove(Connection &connection, UserId user);

} // namespace plexi::store::avatars
