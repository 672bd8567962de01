// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/scheduled_messages_api.h"

#include "server/api/page_query.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::Request;
using http::Response;
using http::Tag;
using protocol::ScheduledMessage;
using protocol::Schema;

namespace {

Result<ScheduledId> scheduledId(const Request &request)
{
    return request.pathId<ScheduledId>("scheduled_id"_L1, u"Scheduled message");
}

} // namespace

void ScheduledMessagesApi::addRoutes(http::Router &router)
{
    const QString all = u"/api/v1/messages/scheduled"_s;
    const QString one = all + "/{scheduled_id}"_L1;
    const Schema scheduled = ScheduledMessage::schema();
    router.add({.method = Method::Get,
                .pattern = all,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "One's messages that wait for their time, and those that failed then"_L1,
                .operation = {.id = "listScheduledMessages"_L1,
                              .tag = Tag::Messages,
                              .query = pageQueryParameters(),
                              .answers = {jsonAnswer(Schema::page("scheduled"_L1, scheduled))}}});
    router.add(
        {.method = Method::Post,
         .pattern = all,
         .handler = [this](Request request) { return create(std::move(request)); },
         .rate = http::RateCategory::Messages,
         .changes = true,
         .summary = "Send a message later"_L1,
         .operation = {.id = "scheduleMessage"_L1,
                       .tag = Tag::Messages,
                       .body = jsonBody(protocol::NewScheduled::schema()),
                       .answers = {jsonAnswer(scheduled, 201), jsonAnswer(scheduled)},
                       .errors = {ErrorCode::NotFound, ErrorCode::InsufficientPermissions, ErrorCode::Conflict}}});
    router.add(
        {.method = Method::Get,
         .pattern = one,
         .handler = [this](Request request) { return show(std::move(request)); },
         .summary = "A message that waits"_L1,
         .operation = {.id = "getScheduledMessage"_L1, .tag = Tag::Messages, .answers = {jsonAnswer(scheduled)}}});
    router.add({.method = Method::Put,
                .pattern = one,
                .handler = [this](Request request) { return change(std::move(request)); },
                .changes = true,
                .summary = "Change what a waiting message says, or when it is sent"_L1,
                .operation = {.id = "changeScheduledMessage"_L1,
                              .tag = Tag::Messages,
                              .body = jsonBody(protocol::ScheduledChange::schema()),
                              .answers = {jsonAnswer(scheduled)}}});
    router.add(
        {.method = Method::Delete,
         .pattern = one,
         .handler = [this](Request request) { return cancel(std::move(request)); },
         .changes = true,
         .summary = "Do not send it"_L1,
         .operation = {.id = "cancelScheduledMessage"_L1, .tag = Tag::Messages, .answers = {http::noContentAnswer()}}});
}

QCoro::Task<Result<Response>> ScheduledMessagesApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    const auto page = m_scheduled.list(request.caller(), query->page, query->limit);
    if (!page)
        co_return fail(page.error());
    QJsonArray scheduled;
    for (const ScheduledMessage &message : page->scheduled)
        scheduled.append(message.toJson());
    co_return Response::json({{"scheduled"_L1, scheduled},
                              {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, page->totalCount)}});
}

QCoro::Task<Result<Response>> ScheduledMessagesApi::create(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto draft = protocol::NewScheduled::fromJson(*body);
    if (!draft)
        co_return fail(draft.error());
    const auto made = co_await m_scheduled.create(request.caller(), *draft);
    if (!made)
        co_return fail(made.error());
    co_return Response::json(made->scheduled.toJson(), made->isNew ? 201 : 200);
}

QCoro::Task<Result<Response>> ScheduledMessagesApi::show(Request request)
{
    const auto id = scheduledId(request);
    if (!id)
        co_return fail(id.error());
    const auto scheduled = m_scheduled.get(request.caller(), *id);
    if (!scheduled)
        co_return fail(scheduled.error());
    co_return Response::json(scheduled->toJson());
}

QCoro::Task<Result<Response>> ScheduledMessagesApi::change(Request request)
{
    const auto id = scheduledId(request);
    if (!id)
        co_return fail(id.error());
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto change = protocol::ScheduledChange::fromJson(*body);
    if (!change)
        co_return fail(change.error());
    const Result<ScheduledMessage> changed = co_await m_scheduled.change(request.caller(), *id, *change);
    if (!changed)
        co_return fail(changed.error());
    co_return Response::json(changed->toJson());
}

QCoro::Task<Result<Response>> ScheduledMessagesApi::cancel(Request request)
{
    const auto id = scheduledId(request);
    if (!id)
        co_return fail(id.error());
    const Result<> cancelled = co_await m_scheduled.cancel(request.caller(), *id);
    if (!cancelled)
        co_return fail(cancelled.error());
    co_return Response::noContent();
}

} // namespace plexi::api
