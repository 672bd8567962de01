// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/retention_api.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Request;
using http::Response;

void RetentionApi::addRoutes(http::Router &router)
{
    router.add({.method = http::Method::Put,
                .pattern = u"/api/v1/channels/{channel_id}/retention"_s,
                .handler = [this](Request request) { return setDays(std::move(request)); },
                .changes = true,
                .summary = "Set after how many days a channel's messages are removed"_L1,
                .operation = {.id = "setRetention"_L1,
                              .tag = http::Tag::Channels,
                              .body = http::jsonBody(protocol::RetentionChange::schema()),
                              .answers = {http::jsonAnswer(protocol::Channel::schema())}}});
}

QCoro::Task<Result<Response>> RetentionApi::setDays(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::RetentionChange::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const QString name = request.pathParameter("channel_id"_L1);
    const auto channel = co_await m_retention.setDays(request.caller(), name, *decoded);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

} // namespace plexi::api
