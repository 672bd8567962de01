// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/incoming_webhooks_api.h"

#include "shared/protocol/pagination.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::noContentAnswer;
using http::Request;
using http::Response;
using http::Tag;
using protocol::IncomingWebhook;
using protocol::NewIncomingWebhook;
using protocol::Schema;
using protocol::SlackPayload;

namespace {

constexpr auto kFormType = "application/x-www-form-urlencoded"_L1;

Result<IncomingWebhookId> hookOf(const Request &request)
{
    return request.pathId<IncomingWebhookId>("hook_id"_L1, u"Webhook");
}

} // namespace

void IncomingWebhooksApi::addRoutes(http::Router &router)
{
    const QString ofChannel = u"/api/v1/channels/{channel_id}/incoming-webhooks"_s;
    router.add({.method = Method::Get,
                .pattern = ofChannel,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "The webhooks that post into a channel, without their addresses"_L1,
                .operation = {.id = "listIncomingWebhooks"_L1,
                              .tag = Tag::Channels,
                              .answers = {jsonAnswer(Schema::page("incoming_webhooks"_L1, IncomingWebhook::schema()))},
                              .errors = {ErrorCode::InsufficientPermissions}}});
    router.add({.method = Method::Post,
                .pattern = ofChannel,
                .handler = [this](Request request) { return create(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Make a webhook; the answer is the only one with its secret address"_L1,
                .operation = {.id = "createIncomingWebhook"_L1,
                              .tag = Tag::Channels,
                              .body = jsonBody(NewIncomingWebhook::schema()),
                              .answers = {jsonAnswer(IncomingWebhook::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    addChangeRoutes(router);
    router.add(
        {.method = Method::Post,
         .pattern = u"/api/v1/hooks/{hook_token}"_s,
         .handler = [this](Request request) { return post(std::move(request)); },
         .access = http::Access::Public,
         .changes = true,
         .summary = "Post by a webhook's secret address, with what Slack's incoming webhooks take"_L1,
         .operation = {.id = "postByWebhook"_L1,
                       .tag = Tag::Messages,
                       .body = {http::BodyForm{.schema = SlackPayload::schema()},
                                http::BodyForm{.schema = SlackPayload::formSchema(), .contentType = kFormType}},
                       .answers = {http::Answer{
                           .status = 200, .schema = Schema::string().example("ok"_L1), .contentType = "text/plain"_L1}},
                       .errors = {ErrorCode::InsufficientPermissions}}});
}

void IncomingWebhooksApi::addChangeRoutes(http::Router &router)
{
    const QString one = u"/api/v1/incoming-webhooks/{hook_id}"_s;
    router.add({.method = Method::Put,
                .pattern = one,
                .handler = [this](Request request) { return rename(std::move(request)); },
                .changes = true,
                .summary = "Give a webhook another name"_L1,
                .operation = {.id = "renameIncomingWebhook"_L1,
                              .tag = Tag::Channels,
                              .body = jsonBody(NewIncomingWebhook::nameSchema()),
                              .answers = {jsonAnswer(IncomingWebhook::schema())}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/incoming-webhooks/{hook_id}/token"_s,
                .handler = [this](Request request) { return renewToken(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Give a webhook another secret address in the place of the old one"_L1,
                .operation = {.id = "renewIncomingWebhook"_L1,
                              .tag = Tag::Channels,
                              .answers = {jsonAnswer(IncomingWebhook::schema(), 201)}}});
    router.add({.method = Method::Delete,
                .pattern = one,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .summary = "Delete a webhook; what it posted stays"_L1,
                .operation = {.id = "deleteIncomingWebhook"_L1, .tag = Tag::Channels, .answers = {noContentAnswer()}}});
}

QCoro::Task<Result<Response>> IncomingWebhooksApi::list(Request request)
{
    const auto webhooks = m_webhooks.list(request.caller(), request.pathParameter("channel_id"_L1));
    if (!webhooks)
        co_return fail(webhooks.error());
    QJsonArray array;
    for (const IncomingWebhook &webhook : *webhooks)
        array.append(webhook.toJson());
    // There are at most so many that one page holds them all.
    const QJsonObject body{
        {"incoming_webhooks"_L1, array},
        {"pagination"_L1,
         protocol::pageNumbers(1, services::IncomingWebhooksService::kMaxPerChannel, webhooks->size())}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> IncomingWebhooksApi::create(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = NewIncomingWebhook::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const QString channel = request.pathParameter("channel_id"_L1);
    const auto made = co_await m_webhooks.create(request.caller(), channel, *decoded);
    if (!made)
        co_return fail(made.error());
    co_return Response::created(made->toJson());
}

QCoro::Task<Result<Response>> IncomingWebhooksApi::rename(Request request)
{
    const auto id = hookOf(request);
    if (!id)
        co_return fail(id.error());
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto name = NewIncomingWebhook::nameFromJson(*body);
    if (!name)
        co_return fail(name.error());
    const auto renamed = co_await m_webhooks.rename(request.caller(), *id, *name);
    if (!renamed)
        co_return fail(renamed.error());
    co_return Response::json(renamed->toJson());
}

QCoro::Task<Result<Response>> IncomingWebhooksApi::renewToken(Request request)
{
    const auto id = hookOf(request);
    if (!id)
        co_return fail(id.error());
    const auto renewed = co_await m_webhooks.renewToken(request.caller(), *id);
    if (!renewed)
        co_return fail(renewed.error());
    co_return Response::created(renewed->toJson());
}

QCoro::Task<Result<Response>> IncomingWebhooksApi::remove(Request request)
{
    const auto id = hookOf(request);
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_webhooks.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> IncomingWebhooksApi::post(Request request)
{
    const QString token = request.pathParameter("hook_token"_L1);
    if (const auto known = m_webhooks.require(token); !known)
        co_return fail(known.error());
    const bool isForm = request.header("Content-Type").toLower().startsWith(QByteArrayView(kFormType));
    const auto payload = SlackPayload::fromBody(request.body, isForm);
    if (!payload)
        co_return fail(payload.error());
    const auto posted = co_await m_webhooks.post(token, *payload);
    if (!posted)
        co_return fail(posted.error());
    co_return Response{.status = 200, .body = "ok", .contentType = "text/plain; charset=utf-8"};
}

} // namespace plexi::api
