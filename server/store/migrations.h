// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <QList>
#include <QString>

namespace plexi::store {

/** One step of the schema: the file NNNN_name.sql under server/store/migrations. Never changed once released. */
struct Migration {
    int version = 0;
    QString name;
    QString sql;
};

/** The migrations that this program carries, in their order. Fails where a file's name or the numbering is wrong. */
Result<QList<Migration>> embeddedMigrations();

/**
 * Brings the database to the last of @p migrations, each step in a transaction of its own; the number of the last one
 * applied is kept in PRAGMA user_version. Where a step fails, the database stays at the step before it. Fails with
 * ServiceUnavailable where the database is newer than the last of them.
 */
Result<> migrate(Connection &connection, const QList<Migration> &migrations);

/** Cuts a script into its statements; knows strings, quoted names, comments and the bodies of triggers. */
QStringList splitStatements(const QString &script);

} // namespace plexi::store
