// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/invites_api.h"

#include "server/api/page_query.h"
#include "server/security/permissions.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::Method;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Invite;

void InvitesApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/invites"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .permission = security::permission::kInvitesCreate,
                .summary = "One's invitations, and everybody's for who may make accounts; newest first"_L1,
                .operation = {.id = "listInvites"_L1,
                              .tag = Tag::Users,
                              .query = pageQueryParameters(),
                              .answers = {jsonAnswer(protocol::Schema::page("invites"_L1, Invite::schema()))}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/invites"_s,
                .handler = [this](Request request) { return create(std::move(request)); },
                .permission = security::permission::kInvitesCreate,
                .changes = true,
                .summary = "A code with which newcomers make their account"_L1,
                .operation = {.id = "createInvite"_L1,
                              .tag = Tag::Users,
                              .body = http::jsonBody(protocol::NewInvite::schema()),
                              .answers = {jsonAnswer(Invite::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/invites/{code}"_s,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .permission = security::permission::kInvitesCreate,
                .changes = true,
                .summary = "Nobody comes in by that invitation any more"_L1,
                .operation = {.id = "deleteInvite"_L1, .tag = Tag::Users, .answers = {http::noContentAnswer()}}});
}

QCoro::Task<Result<Response>> InvitesApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    const auto page = m_invites.list(request.caller(), query->page, query->limit);
    if (!page)
        co_return fail(page.error());
    QJsonArray invites;
    for (const Invite &invite : page->invites)
        invites.append(invite.toJson());
    const QJsonObject body{{"invites"_L1, invites},
                           {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, page->totalCount)}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> InvitesApi::create(Request request)
{
    // Nothing is needed in it, so there may be none.
    const auto body = request.body.isEmpty() ? Result<QJsonObject>(QJsonObject()) : request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::NewInvite::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto made = co_await m_invites.create(request.caller(), *decoded);
    if (!made)
        co_return fail(made.error());
    co_return Response::created(made->toJson());
}

QCoro::Task<Result<Response>> InvitesApi::remove(Request request)
{
    const auto removed = co_await m_invites.remove(request.caller(), request.pathParameter("code"_L1));
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
