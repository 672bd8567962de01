// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/operation.h"
#include "server/http/query_reader.h"
#include "server/http/request.h"
#include "shared/protocol/pagination.h"

#include <optional>

/** The parameters of lists of messages that go backwards in time. */
namespace plexi::api {

struct CursorQuery {
    std::optional<MessageId> before;
    qint64 limit = protocol::kDefaultLimit;
};

inline Result<CursorQuery> readCursorQuery(const http::Request &request)
{
    http::QueryReader reader(request.query);
    const CursorQuery query{
        .before = reader.optionalId<MessageId>(QLatin1StringView("before")),
        .limit = reader.integer(QLatin1StringView("limit"), 1, protocol::kMaxLimit, protocol::kDefaultLimit),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return query;
}

/** What readCursorQuery() takes. */
inline std::vector<http::QueryParameter> cursorQueryParameters()
{
    using protocol::Schema;
    const Schema limit = Schema::integer(1, protocol::kMaxLimit).example(protocol::kDefaultLimit);
    return {{QLatin1StringView("before"), Schema::id<MessageId>(),
             QLatin1StringView("Older than this message: the last page's next_cursor")},
            {QLatin1StringView("limit"), limit, QLatin1StringView("How many at most; 50 where absent")}};
}

} // namespace plexi::api
