// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/bots_api.h"

#include "server/api/page_query.h"
#include "server/security/permissions.h"
#include "shared/protocol/bot.h"
#include "shared/protocol/user.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::noContentAnswer;
using http::Request;
using http::Response;
using http::Tag;
using protocol::ApiKey;
using protocol::Schema;
using protocol::User;

namespace {

Result<UserId> botOf(const Request &request)
{
    return request.pathId<UserId>("bot_id"_L1, u"Bot");
}

} // namespace

void BotsApi::addRoutes(http::Router &router)
{
    const QString one = u"/api/v1/bots/{bot_id}"_s;
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/bots"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .permission = security::permission::kBotsManage,
                .summary = "One's bots; for admins, everybody's"_L1,
                .operation = {.id = "listBots"_L1,
                              .tag = Tag::Users,
                              .query = pageQueryParameters(),
                              .answers = {jsonAnswer(Schema::page("bots"_L1, User::schema()))}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/bots"_s,
                .handler = [this](Request request) { return create(std::move(request)); },
                .permission = security::permission::kBotsManage,
                .changes = true,
                .summary = "Make a bot: an account without a password, for a program"_L1,
                .operation = {.id = "createBot"_L1,
                              .tag = Tag::Users,
                              .body = jsonBody(protocol::NewBot::schema()),
                              .answers = {jsonAnswer(User::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Put,
                .pattern = one,
                .handler = [this](Request request) { return update(std::move(request)); },
                .permission = security::permission::kBotsManage,
                .changes = true,
                .summary = "Change the fields that are given of one's bot"_L1,
                .operation = {.id = "updateBot"_L1,
                              .tag = Tag::Users,
                              .body = jsonBody(protocol::BotChange::schema()),
                              .answers = {jsonAnswer(User::schema())}}});
    router.add({.method = Method::Delete,
                .pattern = one,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .permission = security::permission::kBotsManage,
                .changes = true,
                .summary = "Delete a bot for good; what it said stays, without a name"_L1,
                .operation = {.id = "deleteBot"_L1, .tag = Tag::Users, .answers = {noContentAnswer()}}});
    addKeyRoutes(router);
}

void BotsApi::addKeyRoutes(http::Router &router)
{
    const QString keys = u"/api/v1/bots/{bot_id}/api-keys"_s;
    router.add({.method = Method::Get,
                .pattern = keys,
                .handler = [this](Request request) { return listKeys(std::move(request)); },
                .permission = security::permission::kBotsManage,
                .summary = "A bot's API keys, without the keys themselves"_L1,
                .operation = {.id = "listBotKeys"_L1,
                              .tag = Tag::Users,
                              .answers = {jsonAnswer(Schema::page("api_keys"_L1, ApiKey::schema()))}}});
    router.add({.method = Method::Post,
                .pattern = keys,
                .handler = [this](Request request) { return createKey(std::move(request)); },
                .permission = security::permission::kBotsManage,
                .changes = true,
                .sudo = true,
                .summary = "Make an API key for a bot; the answer is the only one that shows it"_L1,
                .operation = {.id = "createBotKey"_L1,
                              .tag = Tag::Users,
                              .body = jsonBody(protocol::NewApiKey::schema()),
                              .answers = {jsonAnswer(ApiKey::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/bots/{bot_id}/api-keys/{key_id}"_s,
                .handler = [this](Request request) { return removeKey(std::move(request)); },
                .permission = security::permission::kBotsManage,
                .changes = true,
                .sessionOnly = true,
                .summary = "Delete a bot's API key and close its sockets"_L1,
                .operation = {.id = "deleteBotKey"_L1, .tag = Tag::Users, .answers = {noContentAnswer()}}});
}

QCoro::Task<Result<Response>> BotsApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    const auto page = m_bots.list(request.caller(), query->page, query->limit);
    if (!page)
        co_return fail(page.error());
    QJsonArray bots;
    for (const User &bot : page->users)
        bots.append(bot.toJson());
    const QJsonObject body{{"bots"_L1, bots},
                           {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, page->totalCount)}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> BotsApi::create(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::NewBot::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto made = co_await m_bots.create(request.caller(), *decoded);
    if (!made)
        co_return fail(made.error());
    co_return Response::created(made->toJson());
}

QCoro::Task<Result<Response>> BotsApi::update(Request request)
{
    const auto id = botOf(request);
    if (!id)
        co_return fail(id.error());
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::BotChange::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto changed = co_await m_bots.update(request.caller(), *id, *decoded);
    if (!changed)
        co_return fail(changed.error());
    co_return Response::json(changed->toJson());
}

QCoro::Task<Result<Response>> BotsApi::remove(Request request)
{
    const auto id = botOf(request);
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_bots.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> BotsApi::listKeys(Request request)
{
    const auto id = botOf(request);
    if (!id)
        co_return fail(id.error());
    const auto keys = m_bots.keys(request.caller(), *id);
    if (!keys)
        co_return fail(keys.error());
    QJsonArray array;
    for (const ApiKey &key : *keys)
        array.append(key.toJson());
    // There are at most so many that one page holds them all.
    const QJsonObject body{
        {"api_keys"_L1, array},
        {"pagination"_L1, protocol::pageNumbers(1, services::ApiKeysService::kMaxKeysPerPerson, keys->size())}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> BotsApi::createKey(Request request)
{
    const auto id = botOf(request);
    if (!id)
        co_return fail(id.error());
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::NewApiKey::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto made = co_await m_bots.createKey(request.caller(), *id, *decoded);
    if (!made)
        co_return fail(made.error());
    co_return Response::created(made->toJson());
}

QCoro::Task<Result<Response>> BotsApi::removeKey(Request request)
{
    const auto bot = botOf(request);
    if (!bot)
        co_return fail(bot.error());
    const auto key = request.pathId<ApiKeyId>("key_id"_L1, u"API key");
    if (!key)
        co_return fail(key.error());
    const auto removed = co_await m_bots.removeKey(request.caller(), *bot, *key);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
