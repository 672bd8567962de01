// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/registration_api.h"

#include "shared/protocol/user.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Request;
using http::Response;

void RegistrationApi::addRoutes(http::Router &router)
{
    router.add({.method = http::Method::Post,
                .pattern = u"/api/v1/auth/register"_s,
                .handler = [this](Request request) { return signUp(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .summary = "Make one's own account, where the server lets people; then sign in"_L1,
                .operation = {.id = "register"_L1,
                              .tag = http::Tag::Authentication,
                              .body = http::jsonBody(protocol::NewUser::registrationSchema()),
                              .answers = {http::jsonAnswer(protocol::User::schema(), 201)},
                              .errors = {ErrorCode::InsufficientPermissions, ErrorCode::Conflict}}});
}

QCoro::Task<Result<Response>> RegistrationApi::signUp(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::NewUser::fromRegistration(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto made = co_await m_registration.signUp(*decoded, request.clientAddress);
    if (!made)
        co_return fail(made.error());
    co_return Response::created(made->toJson());
}

} // namespace plexi::api
