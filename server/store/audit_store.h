// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <functional>
#include <optional>

/**
 * Rows of the audit log. Reads take any connection, writes the writer's, inside a job; each function fails as
 * Connection::run does and on no other ground.
 */
namespace plexi::store::audit {

/** What an entry tells of, by the prefix of its id and the number: {"user", 5} is user_5. */
struct Target {
    /** Empty for none. */
    QString kind;
    qint64 id = 0;
};

/** What is sealed. */
struct Row {
    /** 1, 2, 3 … */
    qint64 number = 0;
    std::optional<UserId> actor = std::nullopt;
    QString action;
    Target target = {};
    QString detail;
    Timestamp createdAt;
    QByteArray keyId;
    QByteArray seal;
};

/** What is not. */
struct Particulars {
    std::optional<QString> actorName;
    std::optional<QString> targetName;
    std::optional<QString> address;
};

struct Head {
    qint64 number = 0;
    QByteArray keyId;
    QByteArray lastSeal;
    QByteArray seal;
};

Result<Head> head(Connection &connection);

/** Adds @p row and makes @p head, whose number is the row's, the end of the chain. People's names are looked up. */
Result<> append(Connection &connection, const Row &row, const Head &head, const QString &address);

/** Nothing where it does not matter. */
struct Filter {
    std::optional<UserId> actor;
    std::optional<QString> action;
    std::optional<Target> target;
};
struct Listed {
    Row row;
    Particulars particulars;
};
/** Newest first, with numbers below @p before. */
Result<QList<Listed>> list(Connection &connection, const Filter &filter, qint64 before, qint64 limit);

/** Hands every row to @p visit, in the order of their numbers. */
Result<> walk(Connection &connection, const std::function<void(const Row &row)> &visit);

/** Takes the person's name, and the addresses they came from, out of what is not sealed. */
Result<> forget(Connection &connection, UserId user);

} // namespace plexi::store::audit
