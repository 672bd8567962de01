// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/operation.h"
#include "server/http/query_reader.h"
#include "server/http/request.h"
#include "shared/protocol/pagination.h"

/** The parameters of lists with page numbers. */
namespace plexi::api {

struct PageQuery {
    /** Counts from 1. */
    qint64 page = 1;
    qint64 limit = protocol::kDefaultLimit;
};

/** Beyond any list, and far from where page times limit would overflow. */
inline constexpr qint64 kMaxPage = 1'000'000'000;

inline Result<PageQuery> readPageQuery(const http::Request &request)
{
    http::QueryReader reader(request.query);
    const PageQuery query{
        .page = reader.integer(QLatin1StringView("page"), 1, kMaxPage, 1),
        .limit = reader.integer(QLatin1StringView("limit"), 1, protocol::kMaxLimit, protocol::kDefaultLimit),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return query;
}

/** What readPageQuery() reads, for the API's description. */
inline std::vector<http::QueryParameter> pageQueryParameters()
{
    using protocol::Schema;
    const Schema limit = Schema::integer(1, protocol::kMaxLimit).example(protocol::kDefaultLimit);
    return {{QLatin1StringView("page"), Schema::integer(1, kMaxPage), QLatin1StringView("Counts from 1")},
            {QLatin1StringView("limit"), limit, QLatin1StringView("How many at most; 50 where absent")}};
}

} // namespace plexi::api
