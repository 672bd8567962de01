// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/bookmarks_api.h"

#include "server/api/cursor_query.h"
#include "server/api/path_ids.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Method;
using http::Request;
using http::Response;

void BookmarksApi::addRoutes(http::Router &router)
{
    const QString bookmark = u"/api/v1/messages/{message_id}/bookmark"_s;
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/users/me/bookmarks"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "One's bookmarked messages"_L1,
                .operation = {.id = "listBookmarks"_L1,
                              .tag = http::Tag::Messages,
                              .query = cursorQueryParameters(),
                              .answers = {http::jsonAnswer(protocol::MessagePage::schema("bookmarks"_L1))}}});
    router.add({.method = Method::Put,
                .pattern = bookmark,
                .handler = [this](Request request) { return add(std::move(request)); },
                .changes = true,
                .summary = "Bookmark a message"_L1,
                .operation = {.id = "addBookmark"_L1,
                              .tag = http::Tag::Messages,
                              .answers = {http::jsonAnswer(protocol::Message::schema())},
                              .errors = {ErrorCode::Conflict}}});
    router.add(
        {.method = Method::Delete,
         .pattern = bookmark,
         .handler = [this](Request request) { return remove(std::move(request)); },
         .changes = true,
         .summary = "Remove one's bookmark"_L1,
         .operation = {.id = "removeBookmark"_L1, .tag = http::Tag::Messages, .answers = {http::noContentAnswer()}}});
}

QCoro::Task<Result<Response>> BookmarksApi::list(Request request)
{
    const auto query = readCursorQuery(request);
    if (!query)
        co_return fail(query.error());
    auto page = m_bookmarks.list(request.caller(), query->before, query->limit);
    if (!page)
        co_return fail(page.error());
    m_links.sign(page->messages, request.caller().userId);
    co_return Response::json(page->toJson("bookmarks"_L1));
}

QCoro::Task<Result<Response>> BookmarksApi::add(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    Result<protocol::Message> message = co_await m_bookmarks.add(request.caller(), *id);
    if (!message)
        co_return fail(message.error());
    m_links.sign(*message, request.caller().userId);
    co_return Response::json(message->toJson());
}

QCoro::Task<Result<Response>> BookmarksApi::remove(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const Result<> removed = co_await m_bookmarks.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
