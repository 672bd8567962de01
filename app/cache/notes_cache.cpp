// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/notes_cache.h"

namespace plexi::app::cache {

Result<QString> readNote(Database &database, const char *name)
{
    QString value;
    const auto read = database.each("SELECT value FROM notes WHERE name = ?", {QString::fromLatin1(name)},
                                    [&value](const Row &row) { value = row.text(0); });
    if (!read)
        return std::unexpected(read.error());
    return value;
}

Result<> writeNote(Database &database, const char *name, const QString &value)
{
    return database.run("INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)", {QString::fromLatin1(name), value});
}

} // namespace plexi::app::cache
