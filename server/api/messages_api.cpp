// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/messages_api.h"

#include "server/api/path_ids.h"
#include "server/http/query_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::noContentAnswer;
using http::QueryParameter;
using http::QueryReader;
using http::RateCategory;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Message;
using protocol::Schema;

namespace {

constexpr qint64 kMaxSeq = 1LL << 52;

services::PageRequest readPageRequest(QueryReader &query)
{
    services::PageRequest page;
    page.before = query.optionalId<MessageId>("before"_L1);
    page.after = query.optionalId<MessageId>("after"_L1);
    page.limit = query.integer("limit"_L1, 1, protocol::kMaxLimit, protocol::kDefaultLimit);
    page.includeDeleted = query.boolean("include_deleted"_L1);
    return page;
}

std::vector<QueryParameter> pageRequestParameters()
{
    const Schema limit = Schema::integer(1, protocol::kMaxLimit).example(protocol::kDefaultLimit);
    return {{"before"_L1, Schema::id<MessageId>(), "Older than this message: the last page's next_cursor"_L1},
            {"after"_L1, Schema::id<MessageId>(), "Newer than this message"_L1},
            {"limit"_L1, limit, "How many at most; 50 where absent"_L1},
            {"include_deleted"_L1, Schema::boolean(), "With tombstones"_L1}};
}

std::vector<QueryParameter> pageParameters()
{
    std::vector<QueryParameter> parameters = pageRequestParameters();
    const Schema channel = Schema::string({.min = 1, .max = 1'024}).example("general"_L1);
    parameters.insert(parameters.begin(), {"channel_id"_L1, channel, "A channel's id or slug"_L1, true});
    parameters.push_back({"around"_L1, Schema::id<MessageId>(), "With messages on both sides of this one"_L1});
    parameters.push_back({"after_seq"_L1, Schema::integer(0, kMaxSeq), "What changed since, oldest seq first"_L1});
    return parameters;
}

Schema historySchema()
{
    const Schema end =
        Schema::object().with("has_more"_L1, Schema::boolean()).with("total_count"_L1, Schema::integer());
    return Schema::object()
        .with("history"_L1, Schema::array(protocol::MessageVersion::schema()))
        .with("pagination"_L1, end);
}

/** Clients that catch up have the larger limit (contract, section 1). */
RateCategory categoryOfList(const Request &request)
{
    return QueryReader(request.query).has("after_seq"_L1) ? RateCategory::General : RateCategory::Messages;
}

} // namespace

void MessagesApi::addRoutes(http::Router &router)
{
    const auto add = [&router](Method method, QLatin1StringView path, http::Handler handler, QLatin1StringView summary,
                               http::Operation operation) {
        const bool changes = method != Method::Get;
        const bool isList = path.isEmpty() && !changes;
        router.add({.method = method,
                    .pattern = "/api/v1/messages"_L1 + path,
                    .handler = std::move(handler),
                    .rate = changes || isList ? RateCategory::Messages : RateCategory::General,
                    .rateOf = isList ? &categoryOfList : nullptr,
                    .changes = changes,
                    .summary = summary,
                    .operation = std::move(operation)});
    };
    add(Method::Get, ""_L1, [this](Request request) { return page(std::move(request)); },
        "A page of a channel's messages, or what changed since a seq"_L1,
        {.id = "listMessages"_L1,
         .tag = Tag::Messages,
         .query = pageParameters(),
         .answers = {jsonAnswer(protocol::MessagePage::schema())},
         .errors = {ErrorCode::NotFound}});
    add(Method::Post, ""_L1, [this](Request request) { return send(std::move(request)); }, "Send a message"_L1,
        {.id = "sendMessage"_L1,
         .tag = Tag::Messages,
         .body = jsonBody(protocol::NewMessage::schema()),
         .answers = {jsonAnswer(Message::schema(), 201), jsonAnswer(Message::schema())},
         .errors = {ErrorCode::NotFound}});
    add(Method::Get, "/{message_id}"_L1, [this](Request request) { return get(std::move(request)); }, "One message"_L1,
        {.id = "getMessage"_L1, .tag = Tag::Messages, .answers = {jsonAnswer(Message::schema())}});
    add(Method::Put, "/{message_id}"_L1, [this](Request request) { return edit(std::move(request)); },
        "Edit one's message"_L1,
        {.id = "editMessage"_L1,
         .tag = Tag::Messages,
         .body = jsonBody(protocol::MessageChange::schema()),
         .answers = {jsonAnswer(Message::schema())}});
    add(Method::Delete, "/{message_id}"_L1, [this](Request request) { return remove(std::move(request)); },
        "Delete a message, which leaves a tombstone"_L1,
        {.id = "deleteMessage"_L1, .tag = Tag::Messages, .answers = {noContentAnswer()}});
    add(Method::Get, "/{message_id}/thread"_L1, [this](Request request) { return thread(std::move(request)); },
        "The replies in a message's thread"_L1,
        {.id = "listThread"_L1,
         .tag = Tag::Messages,
         .query = pageRequestParameters(),
         .answers = {jsonAnswer(protocol::MessagePage::schema("thread"_L1))}});
    add(Method::Get, "/{message_id}/history"_L1, [this](Request request) { return history(std::move(request)); },
        "What a message said before its edits, for its author and moderators"_L1,
        {.id = "getMessageHistory"_L1,
         .tag = Tag::Messages,
         .answers = {jsonAnswer(historySchema())},
         .errors = {ErrorCode::InsufficientPermissions}});
}

QCoro::Task<Result<Response>> MessagesApi::page(Request request)
{
    QueryReader query(request.query);
    const QString channel = query.string("channel_id"_L1);
    services::PageRequest wanted = readPageRequest(query);
    wanted.around = query.optionalId<MessageId>("around"_L1);
    wanted.afterSeq = query.optionalInteger("after_seq"_L1, 0, kMaxSeq);
    if (const auto fault = query.error())
        co_return fail(*fault);
    auto page = m_messages.page(request.caller(), channel, wanted);
    if (!page)
        co_return fail(page.error());
    m_links.sign(page->messages, request.caller().userId);
    co_return Response::json(page->toJson());
}

QCoro::Task<Result<Response>> MessagesApi::get(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    auto message = m_messages.get(request.caller(), *id);
    if (!message)
        co_return fail(message.error());
    m_links.sign(*message, request.caller().userId);
    co_return Response::json(message->toJson());
}

QCoro::Task<Result<Response>> MessagesApi::thread(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    QueryReader query(request.query);
    const services::PageRequest wanted = readPageRequest(query);
    if (const auto fault = query.error())
        co_return fail(*fault);
    auto page = m_messages.thread(request.caller(), *id, wanted);
    if (!page)
        co_return fail(page.error());
    m_links.sign(page->messages, request.caller().userId);
    co_return Response::json(page->toJson("thread"_L1));
}

QCoro::Task<Result<Response>> MessagesApi::history(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const auto versions = m_messages.history(request.caller(), *id);
    if (!versions)
        co_return fail(versions.error());
    QJsonArray history;
    for (const protocol::MessageVersion &version : *versions)
        history.append(version.toJson());
    // A message has few enough of them for one page.
    const QJsonObject end{{"has_more"_L1, false}, {"total_count"_L1, history.size()}};
    co_return Response::json({{"history"_L1, history}, {"pagination"_L1, end}});
}

QCoro::Task<Result<Response>> MessagesApi::send(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    auto draft = protocol::NewMessage::fromJson(*body);
    if (!draft)
        co_return fail(draft.error());
    Result<services::MessagesService::Sent> sent = co_await m_messages.send(request.caller(), std::move(*draft));
    if (!sent)
        co_return fail(sent.error());
    m_links.sign(sent->message, request.caller().userId);
    co_return Response::json(sent->message.toJson(), sent->isNew ? 201 : 200);
}

QCoro::Task<Result<Response>> MessagesApi::edit(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto change = protocol::MessageChange::fromJson(*body);
    if (!change)
        co_return fail(change.error());
    Result<Message> message = co_await m_messages.edit(request.caller(), *id, *change);
    if (!message)
        co_return fail(message.error());
    m_links.sign(*message, request.caller().userId);
    co_return Response::json(message->toJson());
}

QCoro::Task<Result<Response>> MessagesApi::remove(Request request)
{
    const auto id = messageIdOf(request);
    if (!id)
        co_return fail(id.error());
    const Result<> removed = co_await m_messages.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
