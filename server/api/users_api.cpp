// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/users_api.h"

#include "server/api/page_query.h"
#include "server/http/query_reader.h"
#include "shared/protocol/pagination.h"
#include "shared/protocol/user.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;
using protocol::User;

namespace {

std::vector<http::QueryParameter> searchParameters()
{
    auto parameters = pageQueryParameters();
    parameters.insert(
        parameters.begin(),
        {"q"_L1, Schema::string(protocol::kPeopleSearchLength), "What the user or display name contains"_L1, true});
    return parameters;
}

} // namespace

void UsersApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/users/me"_s,
                .handler = [this](Request request) { return ownProfile(std::move(request)); },
                .summary = "One's own profile, with what only oneself sees"_L1,
                .operation = {.id = "getOwnProfile"_L1, .tag = Tag::Users, .answers = {jsonAnswer(User::schema())}}});
    router.add({.method = Method::Put,
                .pattern = u"/api/v1/users/me"_s,
                .handler = [this](Request request) { return updateProfile(std::move(request)); },
                .changes = true,
                .summary = "Change the fields that are given; preferences are merged key by key"_L1,
                .operation = {.id = "updateOwnProfile"_L1,
                              .tag = Tag::Users,
                              .body = jsonBody(protocol::ProfileChange::schema()),
                              .answers = {jsonAnswer(User::schema())},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/users/search"_s,
                .handler = [this](Request request) { return search(std::move(request)); },
                .rate = http::RateCategory::Search,
                .summary = "People whose user or display name contains a text"_L1,
                .operation = {.id = "searchUsers"_L1,
                              .tag = Tag::Users,
                              .query = searchParameters(),
                              .answers = {jsonAnswer(Schema::page("users"_L1, User::schema()))}}});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/users/{user_id}"_s,
                .handler = [this](Request request) { return profile(std::move(request)); },
                .summary = "A person's public profile"_L1,
                .operation = {.id = "getUser"_L1, .tag = Tag::Users, .answers = {jsonAnswer(User::schema())}}});
}

QCoro::Task<Result<Response>> UsersApi::ownProfile(Request request)
{
    const auto user = m_users.ownProfile(request.caller());
    if (!user)
        co_return fail(user.error());
    co_return Response::json(user->toJson());
}

QCoro::Task<Result<Response>> UsersApi::updateProfile(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto change = protocol::ProfileChange::fromJson(*body);
    if (!change)
        co_return fail(change.error());
    const auto user = co_await m_users.updateProfile(request.caller(), *change);
    if (!user)
        co_return fail(user.error());
    co_return Response::json(user->toJson());
}

QCoro::Task<Result<Response>> UsersApi::profile(Request request)
{
    const auto id = request.pathId<UserId>("user_id"_L1, u"User");
    if (!id)
        co_return fail(id.error());
    const auto user = m_users.profile(request.caller(), *id);
    if (!user)
        co_return fail(user.error());
    co_return Response::json(user->toJson());
}

QCoro::Task<Result<Response>> UsersApi::search(Request request)
{
    const auto page = readPageQuery(request);
    if (!page)
        co_return fail(page.error());
    http::QueryReader query(request.query);
    const QString text = query.string("q"_L1, protocol::kPeopleSearchLength);
    if (const auto fault = query.error())
        co_return fail(*fault);
    const auto found = m_users.search(text, page->page, page->limit);
    if (!found)
        co_return fail(found.error());
    QJsonArray users;
    for (const User &user : found->users)
        users.append(user.toJson());
    const QJsonObject body{{"users"_L1, users},
                           {"pagination"_L1, protocol::pageNumbers(page->page, page->limit, found->totalCount)}};
    co_return Response::json(body);
}

} // namespace plexi::api
