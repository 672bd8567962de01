// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/sessions_api.h"

#include "server/api/page_query.h"
#include "server/api/session_cookie.h"

#include <QJsonArray>

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

namespace {

Schema changedSchema()
{
    return Schema::object("PasswordChanged"_L1)
        .with("sessions_ended"_L1, Schema::integer().about("The person's others"_L1));
}

} // namespace

void SessionsApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/auth/sessions"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .sessionOnly = true,
                .summary = "One's own sign-ins and where they are, the last used first"_L1,
                .operation = {.id = "listSessions"_L1,
                              .tag = Tag::Authentication,
                              .query = pageQueryParameters(),
                              .answers = {jsonAnswer(Schema::page("sessions"_L1, protocol::Session::schema()))}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/auth/sessions/{session_id}"_s,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .sessionOnly = true,
                .summary = "End a sign-in, its tokens, its cookie and its sockets"_L1,
                .operation = {.id = "endSession"_L1, .tag = Tag::Authentication, .answers = {noContentAnswer()}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/password"_s,
                .handler = [this](Request request) { return changePassword(std::move(request)); },
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .sessionOnly = true,
                .summary = "Change one's password, which ends one's other sessions"_L1,
                .operation = {.id = "changePassword"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(protocol::PasswordChange::schema()),
                              .answers = {jsonAnswer(changedSchema())},
                              .errors = {ErrorCode::InvalidCredentials}}});
}

QCoro::Task<Result<Response>> SessionsApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    const auto page = m_sessions.list(request.caller(), query->page, query->limit);
    if (!page)
        co_return fail(page.error());
    QJsonArray sessions;
    for (const protocol::Session &session : page->sessions)
        sessions.append(session.toJson());
    const QJsonObject body{{"sessions"_L1, sessions},
                           {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, page->totalCount)}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> SessionsApi::remove(Request request)
{
    const auto id = request.pathId<SessionId>("session_id"_L1, u"Session");
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_sessions.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    Response response = Response::noContent();
    if (request.caller().sessionId == *id)
        response.headers.append(QHttpHeaders::WellKnownHeader::SetCookie, sessionCookie({}, 0, request.isSecure));
    co_return response;
}

QCoro::Task<Result<Response>> SessionsApi::changePassword(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::PasswordChange::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto ended = co_await m_passwords.change(request.caller(), *decoded, request.clientAddress);
    if (!ended)
        co_return fail(ended.error());
    const QJsonObject answer{{"sessions_ended"_L1, *ended}};
    co_return Response::json(answer);
}

} // namespace plexi::api
