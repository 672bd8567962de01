// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/webhooks_api.h"

#include "server/http/query_reader.h"
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
using protocol::Schema;
using protocol::Webhook;
using protocol::WebhookDelivery;

namespace {

Result<WebhookId> webhookOf(const Request &request)
{
    return request.pathId<WebhookId>("webhook_id"_L1, u"Webhook");
}

Schema logSchema()
{
    const Schema pagination = Schema::object()
                                  .with("has_more"_L1, Schema::boolean())
                                  .with("next_cursor"_L1, Schema::id<DeliveryId>().orNull());
    return Schema::object("WebhookLog"_L1)
        .with("deliveries"_L1, Schema::array(WebhookDelivery::schema()))
        .with("pagination"_L1, pagination);
}

} // namespace

void WebhooksApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/webhooks"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "The webhooks of a channel, or, for admins, those of all public channels"_L1,
                .operation = {.id = "listWebhooks"_L1,
                              .tag = Tag::Channels,
                              .query = {{"channel_id"_L1, Schema::string(), "A channel's id or slug"_L1}},
                              .answers = {jsonAnswer(Schema::page("webhooks"_L1, Webhook::schema()))},
                              .errors = {ErrorCode::InsufficientPermissions, ErrorCode::NotFound}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/webhooks"_s,
                .handler = [this](Request request) { return create(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Tell another server of events; the answer is the only one with the secret"_L1,
                .operation = {.id = "createWebhook"_L1,
                              .tag = Tag::Channels,
                              .body = jsonBody(protocol::NewWebhook::schema()),
                              .answers = {jsonAnswer(Webhook::schema(), 201)},
                              .errors = {ErrorCode::NotFound, ErrorCode::Conflict}}});
    addOneRoutes(router);
    addDeliveryRoutes(router);
}

void WebhooksApi::addOneRoutes(http::Router &router)
{
    const QString one = u"/api/v1/webhooks/{webhook_id}"_s;
    router.add({.method = Method::Get,
                .pattern = one,
                .handler = [this](Request request) { return get(std::move(request)); },
                .summary = "One webhook"_L1,
                .operation = {.id = "getWebhook"_L1,
                              .tag = Tag::Channels,
                              .answers = {jsonAnswer(Webhook::schema())},
                              .errors = {ErrorCode::InsufficientPermissions}}});
    router.add({.method = Method::Put,
                .pattern = one,
                .handler = [this](Request request) { return update(std::move(request)); },
                .changes = true,
                .summary = "Change the fields that are given; is_active begins anew after failures"_L1,
                .operation = {.id = "updateWebhook"_L1,
                              .tag = Tag::Channels,
                              .body = jsonBody(protocol::WebhookChange::schema()),
                              .answers = {jsonAnswer(Webhook::schema())}}});
    router.add({.method = Method::Delete,
                .pattern = one,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .summary = "Delete a webhook, and what waits for it"_L1,
                .operation = {.id = "deleteWebhook"_L1, .tag = Tag::Channels, .answers = {noContentAnswer()}}});
}

void WebhooksApi::addDeliveryRoutes(http::Router &router)
{
    const Schema limit = Schema::integer(1, protocol::kMaxLimit).example(protocol::kDefaultLimit);
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/webhooks/{webhook_id}/deliveries"_s,
                .handler = [this](Request request) { return deliveries(std::move(request)); },
                .summary = "What was sent to a webhook, and how that went; newest first"_L1,
                .operation = {.id = "listDeliveries"_L1,
                              .tag = Tag::Channels,
                              .query = {{"before"_L1, Schema::id<DeliveryId>(), "The last page's next_cursor"_L1},
                                        {"limit"_L1, limit, "How many at most; 50 where absent"_L1}},
                              .answers = {jsonAnswer(logSchema())},
                              .errors = {ErrorCode::InsufficientPermissions}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver"_s,
                .handler = [this](Request request) { return sendAgain(std::move(request)); },
                .changes = true,
                .summary = "Send something once more, under its old id"_L1,
                .operation = {.id = "redeliver"_L1,
                              .tag = Tag::Channels,
                              .answers = {noContentAnswer()},
                              .errors = {ErrorCode::Conflict}}});
}

QCoro::Task<Result<Response>> WebhooksApi::list(Request request)
{
    http::QueryReader reader(request.query);
    const auto channel = reader.optionalString("channel_id"_L1);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto webhooks = m_webhooks.list(request.caller(), channel);
    if (!webhooks)
        co_return fail(webhooks.error());
    QJsonArray array;
    for (const Webhook &webhook : *webhooks)
        array.append(webhook.toJson());
    // There are at most so many that one page holds them all.
    const QJsonObject body{
        {"webhooks"_L1, array},
        {"pagination"_L1, protocol::pageNumbers(1, services::WebhooksService::kMaxEach, webhooks->size())}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> WebhooksApi::create(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::NewWebhook::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto made = co_await m_webhooks.create(request.caller(), *decoded);
    if (!made)
        co_return fail(made.error());
    co_return Response::created(made->toJson());
}

QCoro::Task<Result<Response>> WebhooksApi::get(Request request)
{
    const auto id = webhookOf(request);
    if (!id)
        co_return fail(id.error());
    const auto webhook = m_webhooks.get(request.caller(), *id);
    if (!webhook)
        co_return fail(webhook.error());
    co_return Response::json(webhook->toJson());
}

QCoro::Task<Result<Response>> WebhooksApi::update(Request request)
{
    const auto id = webhookOf(request);
    if (!id)
        co_return fail(id.error());
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::WebhookChange::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto changed = co_await m_webhooks.update(request.caller(), *id, *decoded);
    if (!changed)
        co_return fail(changed.error());
    co_return Response::json(changed->toJson());
}

QCoro::Task<Result<Response>> WebhooksApi::remove(Request request)
{
    const auto id = webhookOf(request);
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_webhooks.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> WebhooksApi::deliveries(Request request)
{
    const auto id = webhookOf(request);
    if (!id)
        co_return fail(id.error());
    http::QueryReader reader(request.query);
    const auto before = reader.optionalId<DeliveryId>("before"_L1);
    const qint64 limit = reader.integer("limit"_L1, 1, protocol::kMaxLimit, protocol::kDefaultLimit);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto log = m_webhooks.deliveries(request.caller(), *id, before, limit);
    if (!log)
        co_return fail(log.error());
    QJsonArray array;
    for (const WebhookDelivery &delivery : log->deliveries)
        array.append(delivery.toJson());
    QJsonObject pagination{{"has_more"_L1, log->hasMore}, {"next_cursor"_L1, QJsonValue::Null}};
    if (log->hasMore)
        pagination.insert("next_cursor"_L1, log->deliveries.last().id.toString());
    co_return Response::json({{"deliveries"_L1, array}, {"pagination"_L1, pagination}});
}

QCoro::Task<Result<Response>> WebhooksApi::sendAgain(Request request)
{
    const auto id = webhookOf(request);
    if (!id)
        co_return fail(id.error());
    const auto delivery = request.pathId<DeliveryId>("delivery_id"_L1, u"Delivery");
    if (!delivery)
        co_return fail(delivery.error());
    const auto again = co_await m_webhooks.sendAgain(request.caller(), *id, *delivery);
    if (!again)
        co_return fail(again.error());
    co_return Response::noContent();
}

} // namespace plexi::api
