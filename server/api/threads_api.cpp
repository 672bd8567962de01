// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/threads_api.h"

#include "server/api/cursor_query.h"
#include "server/api/path_ids.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::Method;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;
using protocol::ThreadState;
using store::threads::Filter;

namespace {

constexpr auto kUnread = "unread"_L1;

std::vector<http::QueryParameter> threadParameters()
{
    auto parameters = cursorQueryParameters();
    parameters.push_back({kUnread, Schema::boolean(), "Only those with replies that one has not read"_L1});
    return parameters;
}

Schema threadMarkerSchema()
{
    return Schema::object("ThreadMarker"_L1)
        .with(
            "message_id"_L1,
            Schema::id<MessageId>().optional().about("A reply of the thread, or its root; the newest where absent"_L1));
}

Result<Response> answer(const Result<ThreadState> &state)
{
    if (!state)
        return fail(state.error());
    return Response::json(state->toJson());
}

} // namespace

void ThreadsApi::addRoutes(http::Router &router)
{
    const QString follow = u"/api/v1/messages/{message_id}/thread/follow"_s;
    const std::vector<http::Answer> state{jsonAnswer(ThreadState::schema())};
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/users/me/threads"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "The threads that one follows, the one with the newest reply first"_L1,
                .operation = {.id = "listThreads"_L1,
                              .tag = Tag::Messages,
                              .query = threadParameters(),
                              .answers = {jsonAnswer(protocol::ThreadPage::schema())}}});
    router.add({.method = Method::Get,
                .pattern = follow,
                .handler = [this](Request request) { return show(std::move(request)); },
                .summary = "Whether one follows a message's thread, and how much of it is unread"_L1,
                .operation = {.id = "getThreadState"_L1, .tag = Tag::Messages, .answers = state}});
    router.add({.method = Method::Put,
                .pattern = follow,
                .handler = [this](Request request) { return this->follow(std::move(request)); },
                .changes = true,
                .summary = "Follow a message's thread"_L1,
                .operation = {.id = "followThread"_L1,
                              .tag = Tag::Messages,
                              .answers = state,
                              .errors = {ErrorCode::InsufficientPermissions}}});
    router.add({.method = Method::Delete,
                .pattern = follow,
                .handler = [this](Request request) { return unfollow(std::move(request)); },
                .changes = true,
                .summary = "Follow a message's thread no longer"_L1,
                .operation = {.id = "unfollowThread"_L1, .tag = Tag::Messages, .answers = {http::noContentAnswer()}}});
    router.add({.method = Method::Put,
                .pattern = u"/api/v1/messages/{message_id}/thread/read"_s,
                .handler = [this](Request request) { return markRead(std::move(request)); },
                .changes = true,
                .summary = "Mark the thread as read, up to a reply or altogether"_L1,
                .operation = {.id = "markThreadRead"_L1,
                              .tag = Tag::Messages,
                              .body = http::jsonBody(threadMarkerSchema()),
                              .answers = state}});
}

QCoro::Task<Result<Response>> ThreadsApi::list(Request request)
{
    const auto query = readCursorQuery(request);
    if (!query)
        co_return fail(query.error());
    http::QueryReader reader(request.query);
    const Filter filter = reader.boolean(kUnread) ? Filter::Unread : Filter::All;
    if (const auto fault = reader.error())
        co_return fail(*fault);
    auto page = m_threads.list(request.caller(), filter, query->before, query->limit);
    if (!page)
        co_return fail(page.error());
    for (auto &entry : page->threads)
        m_links.sign(entry.root, request.caller().userId);
    co_return Response::json(page->toJson());
}

QCoro::Task<Result<Response>> ThreadsApi::show(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    co_return answer(m_threads.state(request.caller(), *id));
}

QCoro::Task<Result<Response>> ThreadsApi::follow(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const Result<ThreadState> state = co_await m_threads.follow(request.caller(), *id);
    co_return answer(state);
}

QCoro::Task<Result<Response>> ThreadsApi::unfollow(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const Result<> ended = co_await m_threads.unfollow(request.caller(), *id);
    if (!ended)
        co_return fail(ended.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> ThreadsApi::markRead(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    // Nothing is needed in it, so there may be none.
    const auto body = request.body.isEmpty() ? Result<QJsonObject>(QJsonObject()) : request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const auto upTo = reader.optionalId<MessageId>("message_id"_L1);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const Result<ThreadState> state = co_await m_threads.markRead(request.caller(), *id, upTo);
    co_return answer(state);
}

} // namespace plexi::api
