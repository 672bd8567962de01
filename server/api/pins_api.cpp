// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/pins_api.h"

#include "server/api/cursor_query.h"
#include "server/api/path_ids.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Method;
using http::Request;
using http::Response;

void PinsApi::addRoutes(http::Router &router)
{
    const QString pin = u"/api/v1/messages/{message_id}/pin"_s;
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/channels/{channel_id}/pins"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "A channel's pinned messages"_L1,
                .operation = {.id = "listPins"_L1,
                              .tag = http::Tag::Messages,
                              .query = cursorQueryParameters(),
                              .answers = {http::jsonAnswer(protocol::MessagePage::schema("pins"_L1))}}});
    router.add({.method = Method::Put,
                .pattern = pin,
                .handler = [this](Request request) { return add(std::move(request)); },
                .changes = true,
                .summary = "Pin a message"_L1,
                .operation = {.id = "pinMessage"_L1,
                              .tag = http::Tag::Messages,
                              .answers = {http::jsonAnswer(protocol::Message::schema())},
                              .errors = {ErrorCode::Conflict}}});
    router.add(
        {.method = Method::Delete,
         .pattern = pin,
         .handler = [this](Request request) { return remove(std::move(request)); },
         .changes = true,
         .summary = "Unpin a message"_L1,
         .operation = {.id = "unpinMessage"_L1, .tag = http::Tag::Messages, .answers = {http::noContentAnswer()}}});
}

QCoro::Task<Result<Response>> PinsApi::list(Request request)
{
    const auto query = readCursorQuery(request);
    if (!query)
        co_return fail(query.error());
    const QString channel = request.pathParameter("channel_id"_L1);
    auto page = m_pins.list(request.caller(), channel, query->before, query->limit);
    if (!page)
        co_return fail(page.error());
    m_links.sign(page->messages, request.caller().userId);
    co_return Response::json(page->toJson("pins"_L1));
}

QCoro::Task<Result<Response>> PinsApi::add(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    Result<protocol::Message> message = co_await m_pins.add(request.caller(), *id);
    if (!message)
        co_return fail(message.error());
    m_links.sign(*message, request.caller().userId);
    co_return Response::json(message->toJson());
}

QCoro::Task<Result<Response>> PinsApi::remove(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const Result<> removed = co_await m_pins.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
