// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/file_texts_store.h"

#include "server/store/rows.h"

namespace plexi::store::file_texts {

Result<std::optional<Unindexed>> nextUnindexed(Connection &connection)
{
    const auto query = connection.run(
        "SELECT t.id, b.content FROM file_texts t JOIN blob_texts b ON b.sha256 = t.sha256"
        " WHERE t.is_indexed = 0 ORDER BY t.id LIMIT 1");
    if (!query)
        return fail(query.error());
    std::optional<Unindexed> found;
    if ((*query)->next())
        found = Unindexed{.id = integer(**query, 0), .content = (*query)->value(1).toString()};
    (*query)->finish();
    return found;
}

Result<> index(Connection &connection, qint64 id, const QString &terms)
{
    const auto marked = connection.execute("UPDATE file_texts SET is_indexed = 1 WHERE id = ?", {id});
    if (!marked)
        return fail(marked.error());
    if (*marked == 0)
        return {};
    return done(connection.execute("INSERT OR REPLACE INTO file_text_index (rowid, terms) VALUES (?, ?)",
                                   {id, notNull(terms)}));
}

} // namespace plexi::store::file_texts
