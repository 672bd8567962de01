// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/search/query_parser.h"
#include "server/security/principal.h"
#include "server/store/database.h"
#include "server/workers/worker_pool.h"
#include "shared/protocol/message_search.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/** A search: what was typed, and the filters that came beside it. Both count. */
struct SearchRequest {
    /** As a person types it: see search::parseQuery(). */
    QString query;
    /** An id or a slug; NotFound where the caller may not read it. */
    std::optional<QString> channel = std::nullopt;
    /** A user name, an id, or "me". */
    std::optional<QString> author = std::nullopt;
    QList<search::Thing> possessions = {};
    std::optional<search::Position> before = std::nullopt;
    std::optional<search::Position> after = std::nullopt;
    protocol::SearchOrder order = protocol::SearchOrder::Date;
    /** Counts from 1. ValidationError past SearchPage::kMaxCounted where there are more results than that. */
    qint64 page = 1;
    qint64 limit = protocol::kDefaultLimit;
};

/**
 * Finds messages that the caller may read, by what is in them. Names in the query that lead nowhere find nothing, so that
 * they tell nothing either. Thread-safe. Coroutines need an event loop on the calling thread and resume there; the search
 * itself runs on the pool of readers.
 */
class SearchService
{
public:
    /** Neither is owned; both outlive the service. */
    SearchService(store::Database &database, workers::WorkerPool &readers)
        : m_database(database), m_readers(readers) { }

    /** ValidationError for what cannot be understood; ServiceUnavailable where too many searches wait. */
    QCoro::Task<Result<protocol::SearchPage>> search(security::Principal caller, SearchRequest request);

private:
    Result<protocol::SearchPage> answer(const security::Principal &caller, const SearchRequest &request);

    store::Database &m_database;
    workers::WorkerPool &m_readers;
};

} // namespace plexi::services
