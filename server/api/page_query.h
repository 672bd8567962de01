// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

inline Result<PageQuery> readPageQuery(const http::Request &request)
{
    // Beyond any list, and far from where page times limit would overflow.
    constexpr qint64 kMaxPage = 1'000'000'000;
    http::QueryReader reader(request.query);
    const PageQuery query{
        .page = reader.integer(QLatin1StringView("page"), 1, kMaxPage, 1),
        .limit = reader.integer(QLatin1StringView("limit"), 1, protocol::kMaxLimit, protocol::kDefaultLimit),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return query;
}

} // namespace plexi::api
