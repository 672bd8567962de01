// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/accounts_api.h"

#include "server/api/page_query.h"
#include "server/security/permissions.h"
#include "shared/protocol/json_reader.h"
#include "shared/protocol/user.h"

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
using protocol::User;

namespace {

constexpr protocol::LengthRange kRoleLength{.min = 1, .max = 32};

std::vector<http::QueryParameter> listParameters()
{
    auto parameters = pageQueryParameters();
    parameters.push_back({"search"_L1, Schema::string(protocol::kPeopleSearchLength),
                          "Part of the user name, the display name or the address"_L1});
    parameters.push_back({"role"_L1, Schema::string(kRoleLength), "Only people with that role"_L1});
    parameters.push_back({"include_inactive"_L1, Schema::boolean(), "Deactivated people too"_L1});
    return parameters;
}

Schema passwordResetSchema()
{
    return Schema::object("PasswordReset"_L1)
        .with("password"_L1,
              Schema::string(protocol::kPasswordLength).optional().about("A random one where absent"_L1));
}

Schema resetAnswerSchema()
{
    return Schema::object("PasswordResetDone"_L1)
        .with("user_id"_L1, Schema::id<UserId>())
        .with("temporary_password"_L1, Schema::string().orNull().about("Shown this once; null for a given one"_L1));
}

} // namespace

void AccountsApi::addListRoutes(http::Router &router)
{
    const http::Answer page = jsonAnswer(Schema::page("users"_L1, User::schema()));
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/users"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .rate = http::RateCategory::Admin,
                .permission = security::permission::kUsersRead,
                .summary = "Everybody, with what only the people themselves and admins see"_L1,
                .operation = {.id = "listUsers"_L1, .tag = Tag::Users, .query = listParameters(), .answers = {page}}});
    router.add(
        {.method = Method::Get,
         .pattern = u"/api/v1/admin/users"_s,
         .handler = [this](Request request) { return list(std::move(request)); },
         .rate = http::RateCategory::Admin,
         .permission = security::permission::kUsersRead,
         .summary = "The same list"_L1,
         .operation = {
             .id = "listAccounts"_L1, .tag = Tag::Administration, .query = listParameters(), .answers = {page}}});
}

void AccountsApi::addRoutes(http::Router &router)
{
    addListRoutes(router);
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/users"_s,
                .handler = [this](Request request) { return create(std::move(request)); },
                .rate = http::RateCategory::Admin,
                .permission = security::permission::kUsersCreate,
                .changes = true,
                .summary = "Make an account; other roles than that of a user need a recent sign-in"_L1,
                .operation = {.id = "createUser"_L1,
                              .tag = Tag::Users,
                              .body = jsonBody(protocol::NewUser::schema()),
                              .answers = {jsonAnswer(User::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Put,
                .pattern = u"/api/v1/admin/users/{user_id}"_s,
                .handler = [this](Request request) { return update(std::move(request)); },
                .rate = http::RateCategory::Admin,
                .permission = security::permission::kUsersUpdate,
                .changes = true,
                .summary = "Change the fields that are given; other roles need a recent sign-in"_L1,
                .operation = {.id = "updateAccount"_L1,
                              .tag = Tag::Administration,
                              .body = jsonBody(protocol::AccountChange::schema()),
                              .answers = {jsonAnswer(User::schema())},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/admin/users/{user_id}"_s,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .rate = http::RateCategory::Admin,
                .permission = security::permission::kUsersDelete,
                .changes = true,
                .summary = "Delete an account for good; what the person said stays, without a name"_L1,
                .operation = {.id = "deleteAccount"_L1,
                              .tag = Tag::Administration,
                              .answers = {noContentAnswer()},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/admin/users/{user_id}/reset-password"_s,
                .handler = [this](Request request) { return resetPassword(std::move(request)); },
                .rate = http::RateCategory::Admin,
                .permission = security::permission::kUsersUpdate,
                .changes = true,
                .sudo = true,
                .summary = "Set a password, or a random one, and end all of the person's sessions"_L1,
                .operation = {.id = "resetPassword"_L1,
                              .tag = Tag::Administration,
                              .body = jsonBody(passwordResetSchema()),
                              .answers = {jsonAnswer(resetAnswerSchema())}}});
}

QCoro::Task<Result<Response>> AccountsApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    http::QueryReader reader(request.query);
    const store::users::Filter filter{.includesInactive = reader.boolean("include_inactive"_L1),
                                      .role = reader.optionalString("role"_L1, kRoleLength),
                                      .text = reader.optionalString("search"_L1, protocol::kPeopleSearchLength)};
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto page = m_accounts.list(filter, query->page, query->limit);
    if (!page)
        co_return fail(page.error());
    QJsonArray users;
    for (const User &user : page->users)
        users.append(user.toJson());
    const QJsonObject body{{"users"_L1, users},
                           {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, page->totalCount)}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> AccountsApi::create(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::NewUser::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto made = co_await m_accounts.create(request.caller(), *decoded);
    if (!made)
        co_return fail(made.error());
    co_return Response::created(made->toJson());
}

QCoro::Task<Result<Response>> AccountsApi::update(Request request)
{
    const auto id = request.pathId<UserId>("user_id"_L1, u"User");
    if (!id)
        co_return fail(id.error());
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::AccountChange::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto changed = co_await m_accounts.update(request.caller(), *id, *decoded);
    if (!changed)
        co_return fail(changed.error());
    co_return Response::json(changed->toJson());
}

QCoro::Task<Result<Response>> AccountsApi::remove(Request request)
{
    const auto id = request.pathId<UserId>("user_id"_L1, u"User");
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_accounts.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> AccountsApi::resetPassword(Request request)
{
    const auto id = request.pathId<UserId>("user_id"_L1, u"User");
    if (!id)
        co_return fail(id.error());
    // Nothing is needed in it, so there may be none.
    const auto body = request.body.isEmpty() ? Result<QJsonObject>(QJsonObject()) : request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const auto password = reader.optionalString("password"_L1, protocol::kPasswordLength);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto made = co_await m_accounts.resetPassword(request.caller(), *id, password);
    if (!made)
        co_return fail(made.error());
    const QJsonObject answer{{"user_id"_L1, id->toString()},
                             {"temporary_password"_L1, *made ? QJsonValue(**made) : QJsonValue(QJsonValue::Null)}};
    co_return Response::json(answer);
}

} // namespace plexi::api
