// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/auth_api.h"

#include "server/api/session_cookie.h"
#include "shared/protocol/json_reader.h"
#include "shared/protocol/second_factor.h"
#include "shared/protocol/session.h"

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

Schema refreshSchema()
{
    return Schema::object("RefreshRequest"_L1).with("refresh_token"_L1, Schema::string({.min = 1, .max = 4'096}));
}

Schema proofSchema()
{
    return Schema::object("Proof"_L1)
        .with("password"_L1, Schema::string({.min = 1, .max = 1'024}).optional())
        .with("mfa_code"_L1,
              Schema::string({.min = 1, .max = protocol::kMaxMfaCodeSize})
                  .optional()
                  .about("Instead of the password"_L1));
}

Result<QString> refreshTokenOf(const Request &request)
{
    const auto body = request.json();
    if (!body)
        return fail(body.error());
    protocol::JsonReader reader(*body);
    QString token = reader.string("refresh_token"_L1, {.min = 1, .max = 4'096});
    if (const auto fault = reader.error())
        return fail(*fault);
    return token;
}

http::Answer tokensAnswer()
{
    return jsonAnswer(protocol::Tokens::schema());
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
                .summary = "Sign in with a user name or e-mail address and a password"_L1,
                .operation = {.id = "login"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(protocol::SignInRequest::schema()),
                              .answers = {tokensAnswer(), jsonAnswer(protocol::MfaRequired::schema(), 401)},
                              .errors = {ErrorCode::InvalidCredentials}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/mfa/verify"_s,
                .handler = [this](Request request) { return verify(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .summary = "End a sign-in that needs a code: of an authenticator, or a recovery code"_L1,
                .operation = {.id = "verifyMfa"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(protocol::MfaVerification::schema()),
                              .answers = {tokensAnswer()},
                              .errors = {ErrorCode::InvalidCredentials}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/logout"_s,
                .handler = [this](Request request) { return logout(std::move(request)); },
                .changes = true,
                .sessionOnly = true,
                .summary = "End this session, its tokens, its cookie and its sockets"_L1,
                .operation = {.id = "logout"_L1, .tag = Tag::Authentication, .answers = {noContentAnswer()}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/refresh"_s,
                .handler = [this](Request request) { return refresh(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Authentication,
                .changes = true,
                // People behind one address do not use up each other's.
                .countsFor = [this](const Request &request) -> std::optional<SessionId> {
                    const auto token = refreshTokenOf(request);
                    return token ? m_auth.sessionOf(*token) : std::nullopt;
                },
                .summary = "New tokens for a refresh token, which is used up by it"_L1,
                .operation = {.id = "refresh"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(refreshSchema()),
                              .answers = {tokensAnswer()},
                              .errors = {ErrorCode::InvalidToken}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/reauthenticate"_s,
                .handler = [this](Request request) { return reauthenticate(std::move(request)); },
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .sessionOnly = true,
                .summary = "Prove again who one is, for what needs a recent sign-in"_L1,
                .operation = {.id = "reauthenticate"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(proofSchema()),
                              .answers = {noContentAnswer()}}});
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
                                         .userAgent = QString::fromUtf8(request.header("User-Agent")),
                                         .mfaCode = decoded->mfaCode};
    const auto outcome = co_await m_auth.signIn(std::move(signIn));
    if (!outcome)
        co_return fail(outcome.error());
    if (const auto *required = std::get_if<protocol::MfaRequired>(&*outcome))
        co_return Response::json(required->toJson(), 401);
    co_return signedInResponse(std::get<services::AuthService::SignedIn>(*outcome), request);
}

QCoro::Task<Result<Response>> AuthApi::verify(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::MfaVerification::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto signedIn = co_await m_auth.finishSignIn({.verification = *decoded, .client = clientOf(request)});
    if (!signedIn)
        co_return fail(signedIn.error());
    co_return signedInResponse(*signedIn, request);
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
    const auto token = refreshTokenOf(request);
    if (!token)
        co_return fail(token.error());
    const auto tokens = co_await m_auth.refresh(*token, request.clientAddress);
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
    const auto password = reader.optionalString("password"_L1, {.min = 1, .max = 1'024});
    const auto code = reader.optionalString("mfa_code"_L1, {.min = 1, .max = protocol::kMaxMfaCodeSize});
    if (reader.ok() && !password && !code)
        reader.addFault("password"_L1, u"Needed, or mfa_code"_s);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    auto proving = password ? m_auth.reauthenticate(request.caller(), *password, request.clientAddress)
                            : m_auth.reauthenticateByCode(request.caller(), *code);
    const auto proven = co_await proving;
    if (!proven)
        co_return fail(proven.error());
    co_return Response::noContent();
}

} // namespace plexi::api
