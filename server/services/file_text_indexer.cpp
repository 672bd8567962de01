// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/file_text_indexer.h"

#include "server/search/term_reader.h"
#include "server/store/file_texts_store.h"

namespace plexi::services {

Result<> FileTextIndexer::indexRest(const std::function<bool()> &isStopping)
{
    while (!isStopping()) {
        const auto next = store::file_texts::nextUnindexed(m_database.reader());
        if (!next)
            return fail(next.error());
        if (!*next)
            return {};
        // Cut here, so that the writer only writes.
        const QString &content = (*next)->content;
        const QString terms = search::joinedTerms(QStringView(content).first(std::min(content.size(), kMaxText)));
        auto indexed = m_database.writeAndWait([&](store::WriteTransaction &transaction) {
            return store::file_texts::index(transaction.connection(), (*next)->id, terms);
        });
        if (!indexed)
            return indexed;
    }
    return {};
}

} // namespace plexi::services
