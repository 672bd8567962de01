// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "server/store/message_index_store.h"

#include <QThreadPool>

#include <atomic>

namespace plexi::services {

/**
 * Moves the mark of the full-text index (server/store/message_index_store.h) along: whenever there are kStep messages behind
 * it, they are indexed in one transaction, and after an update from a version without the index all that there are, step by
 * step with everybody else's writes between. Once there is nothing to index, the parts of the index are joined, step by
 * step too. Nothing waits for it.
 */
class SearchIndexer
{
public:
    /** Messages of one step; it holds the writer for some milliseconds. */
    static constexpr qint64 kStep = 256;

    /** @p database is not owned and outlives the indexer. */
    explicit SearchIndexer(store::Database &database);
    /** Waits for the step that is running. */
    ~SearchIndexer();
    Q_DISABLE_COPY_MOVE(SearchIndexer)

    /** One more message is in @p transaction. On the writer's thread. */
    void messageAdded(store::WriteTransaction &transaction);

    /** Indexes what is to be indexed, on a thread of its own. From any thread; needed once at the start. */
    void wake();

private:
    void run();
    /** The next thing there is to do; false where there is none. */
    Result<bool> step(store::WriteTransaction &transaction);

    store::Database &m_database;
    /** Of the writer's thread, on which its steps run. */
    store::message_index::KnownTerms m_known;
    qint64 m_added = 0;
    std::atomic<bool> m_isStopping = false;
    QThreadPool m_thread;
};

} // namespace plexi::services
