// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/auth_api.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/session.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Method;
using http::Request;
using http::Response;

namespace {

/** RFC 6265. Lax: a link from elsewhere opens signed in, a form from elsewhere does not. */
QByteArray sessionCookie(const QByteArray &value, std::optional<qint64> maxAge, bool isSecure)
{
    QByteArray cookie = "plexichat_session=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    if (maxAge)
        cookie += "; Max-Age=" + QByteArray::number(*maxAge);
    if (isSecure)
        cookie += "; Secure";
    return cookie;
}

} // namespace

void AuthApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/login"_s,
                .handler = [this](Request request) { return login(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .summary = "Sign in with a user name or e-mail address and a password"_L1});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/logout"_s,
                .handler = [this](Request request) { return logout(std::move(request)); },
                .changes = true,
                .summary = "End this session, its tokens, its cookie and its sockets"_L1});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/refresh"_s,
                .handler = [this](Request request) { return refresh(std::move(request)); },
                .access = http::Access::Public,
                .changes = true,
                .summary = "New tokens for a refresh token, which is used up by it"_L1});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/reauthenticate"_s,
                .handler = [this](Request request) { return reauthenticate(std::move(request)); },
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .summary = "Prove again who one is, for what needs a recent sign-in"_L1});
}

QCoro::Task<Result<Response>> AuthApi::login(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::SignInRequest::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    services::AuthService::SignIn signIn{.login = decoded->username,
                                         .password = decoded->password,
                                         .rememberMe = decoded->rememberMe,
                                         .address = request.clientAddress,
                                         .userAgent = QString::fromUtf8(request.header("User-Agent"))};
    const auto signedIn = co_await m_auth.signIn(std::move(signIn));
    if (!signedIn)
        co_return fail(signedIn.error());
    Response response = Response::json(signedIn->tokens.toJson());
    response.headers.append(QHttpHeaders::WellKnownHeader::SetCookie,
                            sessionCookie(signedIn->cookie, signedIn->cookieMaxAge, request.isSecure));
    co_return response;
}

QCoro::Task<Result<Response>> AuthApi::logout(Request request)
{
    const auto ended = co_await m_auth.signOut(request.caller());
    if (!ended)
        co_return fail(ended.error());
    Response response = Response::noContent();
    response.headers.append(QHttpHeaders::WellKnownHeader::SetCookie, sessionCookie({}, 0, request.isSecure));
    co_return response;
}

QCoro::Task<Result<Response>> AuthApi::refresh(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const QString refreshToken = reader.string("refresh_token"_L1, {.min = 1, .max = 4'096});
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto tokens = co_await m_auth.refresh(refreshToken);
    if (!tokens)
        co_return fail(tokens.error());
    co_return Response::json(tokens->toJson());
}

QCoro::Task<Result<Response>> AuthApi::reauthenticate(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const QString password = reader.string("password"_L1, {.min = 1, .max = 1'024});
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto proven = co_await m_auth.reauthenticate(request.caller(), password, request.clientAddress);
    if (!proven)
        co_return fail(proven.error());
    co_return Response::noContent();
}

} // namespace plexi::api
