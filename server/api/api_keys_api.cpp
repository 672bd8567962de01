// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/api_keys_api.h"

#include "server/api/page_query.h"
#include "shared/protocol/pagination.h"
#include "shared/protocol/session.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::noContentAnswer;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;

void ApiKeysApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/auth/api-keys"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "One's API keys, without the keys themselves"_L1,
                .operation = {.id = "listApiKeys"_L1,
                              .tag = Tag::Authentication,
                              .query = pageQueryParameters(),
                              .answers = {jsonAnswer(Schema::page("api_keys"_L1, protocol::ApiKey::schema()))}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/api-keys"_s,
                .handler = [this](Request request) { return create(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Make an API key; the answer is the only one that shows it"_L1,
                .operation = {.id = "createApiKey"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(protocol::NewApiKey::schema()),
                              .answers = {jsonAnswer(protocol::ApiKey::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/auth/api-keys/{key_id}"_s,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .sessionOnly = true,
                .summary = "Delete an API key and close its sockets"_L1,
                .operation = {.id = "deleteApiKey"_L1, .tag = Tag::Authentication, .answers = {noContentAnswer()}}});
}

QCoro::Task<Result<Response>> ApiKeysApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    const auto keys = m_apiKeys.list(request.caller());
    if (!keys)
        co_return fail(keys.error());
    QJsonArray array;
    // There are so few of a person that all are read.
    const qint64 first = std::min<qint64>((query->page - 1) * query->limit, keys->size());
    for (const protocol::ApiKey &key : keys->sliced(first).first(std::min<qint64>(query->limit, keys->size() - first)))
        array.append(key.toJson());
    const QJsonObject body{{"api_keys"_L1, array},
                           {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, keys->size())}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> ApiKeysApi::create(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::NewApiKey::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto made = co_await m_apiKeys.create(request.caller(), *decoded);
    if (!made)
        co_return fail(made.error());
    co_return Response::created(made->toJson());
}

QCoro::Task<Result<Response>> ApiKeysApi::remove(Request request)
{
    const auto id = request.pathId<ApiKeyId>("key_id"_L1, u"API key");
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_apiKeys.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
