// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <functional>

namespace plexi::services {

/**
 * Takes the texts of files up into their full-text index, by which the messages that carry them are found. No message and
 * no upload waits for it. Thread-safe.
 */
class FileTextIndexer
{
public:
    /** Characters of a text that are indexed: some 40,000 words, which hold the writer for about 15 ms. */
    static constexpr qsizetype kMaxText = qsizetype(1) << 18;

    /** @p database is not owned and outlives the indexer. */
    explicit FileTextIndexer(store::Database &database) : m_database(database) { }

    /** All that are not indexed yet, until there are none, something fails or @p isStopping. Blocks. */
    Result<> indexRest(const std::function<bool()> &isStopping);

private:
    store::Database &m_database;
};

} // namespace plexi::services
