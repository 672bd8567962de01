// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

#include <QByteArray>

#include <optional>

/**
 * Pictures that stand for names. Names have no colons. Reads take any connection, writes the writer's, inside a job; each
 * function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::custom_emoji {

struct Row {
    QString name;
    /** Of the picture; another for another picture. */
    QString key;
    std::optional<UserId> createdBy;
    Timestamp createdAt;
};

struct Picture {
    QString contentType;
    QByteArray bytes;
};

/** By name, from the @p offset-th on. */
Result<QList<Row>> list(Connection &connection, qint64 limit, qint64 offset);
Result<qint64> count(Connection &connection);
Result<std::optional<Row>> find(Connection &connection, const QString &name);
Result<std::optional<Picture>> findPicture(Connection &connection, const QString &name);

/** Conflict where the name is taken. */
Result<> insert(Connection &connection, const Row &row, const Picture &picture);
Result<> remove(Connection &connection, const QString &name);

} // namespace plexi::store::custom_emoji
