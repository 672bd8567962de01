// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/reactions_api.h"

#include "server/api/path_ids.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Method;
using http::Request;
using http::Response;

void ReactionsApi::addRoutes(http::Router &router)
{
    const QString pattern = u"/api/v1/messages/{message_id}/reactions/{emoji}"_s;
    router.add({.method = Method::Put,
                .pattern = pattern,
                .handler = [this](Request request) { return add(std::move(request)); },
                .changes = true,
                .summary = "React to a message with an emoji"_L1,
                .operation = {.id = "addReaction"_L1,
                              .tag = http::Tag::Messages,
                              .answers = {http::jsonAnswer(protocol::Message::schema())},
                              .errors = {ErrorCode::ValidationError, ErrorCode::Conflict}}});
    router.add({.method = Method::Delete,
                .pattern = pattern,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .summary = "Take one's reaction back"_L1,
                .operation = {.id = "removeReaction"_L1,
                              .tag = http::Tag::Messages,
                              .answers = {http::noContentAnswer()},
                              .errors = {ErrorCode::ValidationError}}});
}

QCoro::Task<Result<Response>> ReactionsApi::add(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const QString emoji = request.pathParameter("emoji"_L1);
    Result<protocol::Message> message = co_await m_reactions.add(request.caller(), *id, emoji);
    if (!message)
        co_return fail(message.error());
    m_links.sign(*message, request.caller().userId);
    co_return Response::json(message->toJson());
}

QCoro::Task<Result<Response>> ReactionsApi::remove(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const QString emoji = request.pathParameter("emoji"_L1);
    const Result<> removed = co_await m_reactions.remove(request.caller(), *id, emoji);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
