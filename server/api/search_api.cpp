// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/search_api.h"

#include "server/api/page_query.h"
#include "server/http/query_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::QueryParameter;
using http::QueryReader;
using http::Request;
using http::Response;
using protocol::Schema;
using search::Side;

namespace {

constexpr protocol::LengthRange kQueryLength{.min = 1, .max = 1'000};
constexpr protocol::LengthRange kNameLength{.min = 1, .max = 100};

std::vector<QueryParameter> searchedParameters()
{
    const Schema limit = Schema::integer(1, protocol::kMaxLimit).example(protocol::kDefaultLimit);
    const Schema place = Schema::string(kNameLength);
    return {
        {"q"_L1, Schema::string(kQueryLength).example("release from:john"_L1),
         "Words, \"phrases\", -unwanted, from:, in:, has:, before:, after:"_L1, true},
        {"channel_id"_L1, Schema::string(kNameLength).example("general"_L1), "Only this channel: its id or slug"_L1},
        {"from"_L1, Schema::string(kNameLength), "Only this author: an id, a user name, or me"_L1},
        {"has"_L1, Schema::string(kNameLength).example("link"_L1), "file, link, or both with a comma between"_L1},
        {"before"_L1, place, "Older than a message's id, a date or a moment; next_cursor is one"_L1},
        {"after"_L1, place, "Newer than a message's id, a date or a moment"_L1},
        {"sort"_L1, Schema::names({"date"_L1, "relevance"_L1}), "Newest first, where absent; or best first"_L1},
        {"page"_L1, Schema::integer(1, kMaxPage), "From 1; up to the 1000th result"_L1},
        {"limit"_L1, limit, "How many at most; 50 where absent"_L1},
    };
}

std::optional<search::Position> readPosition(QueryReader &query, QLatin1StringView name, Side side)
{
    const auto text = query.optionalString(name, kNameLength);
    if (!text)
        return std::nullopt;
    const auto position = search::positionFromText(*text, side);
    if (!position)
        query.addFault(name, u"Must be a message's id, a date or a moment"_s);
    return position;
}

QList<search::Thing> readPossessions(QueryReader &query)
{
    QList<search::Thing> things;
    const QString names = query.optionalString("has"_L1, kNameLength).value_or(QString());
    for (const QString &name : names.split(u',', Qt::SkipEmptyParts)) {
        if (const auto thing = search::thingFromName(name.trimmed()))
            things.append(*thing);
        else
            query.addFault("has"_L1, u"Must be file or link"_s);
    }
    return things;
}

protocol::SearchOrder readOrder(QueryReader &query)
{
    const auto name = query.optionalString("sort"_L1, kNameLength);
    if (name && *name != "date"_L1 && *name != "relevance"_L1)
        query.addFault("sort"_L1, u"Must be date or relevance"_s);
    return name == "relevance"_L1 ? protocol::SearchOrder::Relevance : protocol::SearchOrder::Date;
}

} // namespace

void SearchApi::addRoutes(http::Router &router)
{
    router.add({.method = http::Method::Get,
                .pattern = u"/api/v1/messages/search"_s,
                .handler = [this](Request request) { return messages(std::move(request)); },
                .rate = http::RateCategory::Search,
                .summary = "Messages by what is in them, out of all that one may read"_L1,
                .operation = {.id = "searchMessages"_L1,
                              .tag = http::Tag::Messages,
                              .query = searchedParameters(),
                              .answers = {http::jsonAnswer(protocol::SearchPage::schema())},
                              .errors = {ErrorCode::NotFound, ErrorCode::ServiceUnavailable}}});
}

QCoro::Task<Result<Response>> SearchApi::messages(Request request)
{
    QueryReader query(request.query);
    services::SearchRequest wanted{
        .query = query.string("q"_L1, kQueryLength),
        .channel = query.optionalString("channel_id"_L1, kNameLength),
        .author = query.optionalString("from"_L1, kNameLength),
        .possessions = readPossessions(query),
        .before = readPosition(query, "before"_L1, Side::Before),
        .after = readPosition(query, "after"_L1, Side::After),
        .order = readOrder(query),
        .page = query.integer("page"_L1, 1, kMaxPage, 1),
        .limit = query.integer("limit"_L1, 1, protocol::kMaxLimit, protocol::kDefaultLimit),
    };
    if (const auto fault = query.error())
        co_return fail(*fault);
    auto page = co_await m_search.search(request.caller(), std::move(wanted));
    if (!page)
        co_return fail(page.error());
    for (protocol::FoundMessage &found : page->messages)
        m_links.sign(found.message, request.caller().userId);
    co_return Response::json(page->toJson());
}

} // namespace plexi::api
