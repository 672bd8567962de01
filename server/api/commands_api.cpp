// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/commands_api.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::Method;
using http::Request;
using http::Response;
using http::Tag;
using protocol::CommandInfo;
using protocol::LengthRange;
using protocol::Schema;

namespace {

constexpr LengthRange kTextLength{.min = 1, .max = CommandInfo::kMaxText};

Schema callSchema()
{
    return Schema::object("CommandCall"_L1)
        .with("text"_L1, Schema::string(kTextLength).about("The command and what follows it"_L1).example("/help"_L1));
}

Schema listSchema()
{
    const Schema end =
        Schema::object().with("has_more"_L1, Schema::boolean()).with("total_count"_L1, Schema::integer());
    return Schema::object().with("commands"_L1, Schema::array(CommandInfo::schema())).with("pagination"_L1, end);
}

} // namespace

void CommandsApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/commands"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "What may be written after a slash"_L1,
                .operation = {.id = "listCommands"_L1, .tag = Tag::Messages, .answers = {jsonAnswer(listSchema())}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/channels/{channel_id}/commands"_s,
                .handler = [this](Request request) { return run(std::move(request)); },
                .rate = http::RateCategory::Messages,
                .changes = true,
                .summary = "Do what a command in a channel says"_L1,
                .operation = {.id = "runCommand"_L1,
                              .tag = Tag::Messages,
                              .body = http::jsonBody(callSchema()),
                              .answers = {jsonAnswer(protocol::CommandAnswer::schema())},
                              .errors = {ErrorCode::InsufficientPermissions, ErrorCode::Conflict}}});
}

QCoro::Task<Result<Response>> CommandsApi::list(Request)
{
    QJsonArray commands;
    for (const CommandInfo &info : m_commands.list())
        commands.append(info.toJson());
    // There are few enough of them for one page.
    const QJsonObject end{{"has_more"_L1, false}, {"total_count"_L1, commands.size()}};
    co_return Response::json({{"commands"_L1, commands}, {"pagination"_L1, end}});
}

QCoro::Task<Result<Response>> CommandsApi::run(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const QString text = reader.string("text"_L1, kTextLength);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto answer = co_await m_commands.run(request.caller(), request.pathParameter("channel_id"_L1), text);
    if (!answer)
        co_return fail(answer.error());
    co_return Response::json(answer->toJson());
}

} // namespace plexi::api
