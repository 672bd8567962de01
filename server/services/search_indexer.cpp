// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/search_indexer.h"

namespace plexi::services {

SearchIndexer::SearchIndexer(store::Database &database) : m_database(database)
{
    m_thread.setMaxThreadCount(1);
}

SearchIndexer::~SearchIndexer()
{
    m_isStopping = true;
    m_thread.waitForDone();
}

void SearchIndexer::messageAdded(store::WriteTransaction &transaction)
{
    // One that is rolled back was counted too: the step then finds too few, and the next one takes them along.
    if (++m_added % kStep == 0)
        transaction.afterCommit([this] { wake(); });
}

void SearchIndexer::wake()
{
    m_thread.start([this] { run(); });
}

void SearchIndexer::run()
{
    bool isMore = true;
    while (isMore && !m_isStopping) {
        const auto done = m_database.writeAndWait(
            [this](store::WriteTransaction &transaction) { return step(transaction); });
        if (!done) {
            qWarning("Messages could not be indexed: %s", qUtf8Printable(done.error().message));
            // Nothing of the step is in the database; a later one tries again.
            (void)m_database.writeAndWait([this](store::WriteTransaction &) -> Result<> {
                m_known.clear();
                return {};
            });
            return;
        }
        isMore = *done;
    }
}

Result<bool> SearchIndexer::step(store::WriteTransaction &transaction)
{
    const auto indexed = store::message_index::advance(transaction.connection(), kStep, m_known);
    if (!indexed)
        return fail(indexed.error());
    return *indexed == kStep ? Result<bool>(true) : store::message_index::join(transaction.connection());
}

} // namespace plexi::services
