// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/pictures_cache.h"

using namespace Qt::StringLiterals;

namespace plexi::app::cache {

namespace {

/** What is before the last of two slashes; a name without them is all of it. */
QString familyOf(const QString &name)
{
    return name.count(u'/') > 1 ? name.section(u'/', 0, 1) : name;
}

} // namespace

Result<std::optional<Picture>> readPicture(Database &database, const QString &name)
{
    std::optional<Picture> found;
    const auto read = database.each(
        "SELECT bytes, used_on FROM pictures WHERE family = ? AND name = ?", {familyOf(name), name},
        [&found](const Row &row) { found = {.bytes = row.bytes(0), .usedOn = row.integer(1)}; });
    if (!read)
        return std::unexpected(read.error());
    return found;
}

Result<> writePicture(Database &database, const QString &name, const Picture &picture, qint64 limit)
{
    const Result<> done = database.run(
        "INSERT OR REPLACE INTO pictures (family, name, used_on, size, bytes) VALUES (?, ?, ?, ?, ?)",
        {familyOf(name), name, picture.usedOn, picture.bytes.size(), picture.bytes});
    if (!done)
        return done;
    // The newest first: from where on they are too much.
    return database.run("DELETE FROM pictures WHERE rowid IN (SELECT rowid FROM (SELECT rowid, SUM(size)"
                        " OVER (ORDER BY used_on DESC, rowid DESC) AS together FROM pictures) WHERE together > ?)",
                        {limit});
}

Result<> usePicture(Database &database, const QString &name, qint64 day)
{
    return database.run("UPDATE pictures SET used_on = ? WHERE family = ? AND name = ?", {day, familyOf(name), name});
}

Result<> removePictures(Database &database)
{
    return database.run("DELETE FROM pictures");
}

Result<qint64> picturesSize(Database &database)
{
    return database.integer("SELECT COALESCE(SUM(size), 0) FROM pictures");
}

} // namespace plexi::app::cache
