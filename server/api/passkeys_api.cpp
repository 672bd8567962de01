// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/passkeys_api.h"

#include "server/api/session_cookie.h"
#include "shared/protocol/pagination.h"

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

Schema optionsSchema()
{
    return Schema::object("PasskeyOptions"_L1)
        .with("public_key"_L1, Schema::anyObject().about("For navigator.credentials"_L1));
}

} // namespace

void PasskeysApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/passkeys/options"_s,
                .handler = [this](Request request) { return creationOptions(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "What a browser needs to make a passkey"_L1,
                .operation = {.id = "passkeyCreationOptions"_L1,
                              .tag = Tag::Authentication,
                              .answers = {jsonAnswer(optionsSchema())},
                              .errors = {ErrorCode::Conflict, ErrorCode::ServiceUnavailable}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/passkeys"_s,
                .handler = [this](Request request) { return create(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Register the passkey that was made"_L1,
                .operation = {.id = "createPasskey"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(protocol::NewPasskey::schema()),
                              .answers = {jsonAnswer(protocol::Passkey::schema(), 201)},
                              .errors = {ErrorCode::Conflict, ErrorCode::ServiceUnavailable}}});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/auth/passkeys"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .sessionOnly = true,
                .summary = "One's passkeys"_L1,
                .operation = {.id = "listPasskeys"_L1,
                              .tag = Tag::Authentication,
                              .answers = {jsonAnswer(Schema::page("passkeys"_L1, protocol::Passkey::schema()))}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/auth/passkeys/{passkey_id}"_s,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Delete a passkey"_L1,
                .operation = {.id = "deletePasskey"_L1, .tag = Tag::Authentication, .answers = {noContentAnswer()}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/passkeys/sign-in/options"_s,
                .handler = [this](Request request) { return requestOptions(std::move(request)); },
                .access = http::Access::Public,
                .changes = true,
                .summary = "What a browser needs to sign in with a passkey"_L1,
                .operation = {.id = "passkeyRequestOptions"_L1,
                              .tag = Tag::Authentication,
                              .answers = {jsonAnswer(optionsSchema())},
                              .errors = {ErrorCode::ServiceUnavailable}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/passkeys/sign-in"_s,
                .handler = [this](Request request) { return signIn(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .summary = "Sign in with a passkey, which is two factors by itself"_L1,
                .operation = {.id = "loginWithPasskey"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(protocol::PasskeySignIn::schema()),
                              .answers = {jsonAnswer(protocol::Tokens::schema())},
                              .errors = {ErrorCode::InvalidCredentials, ErrorCode::ServiceUnavailable}}});
}

QCoro::Task<Result<Response>> PasskeysApi::creationOptions(Request request)
{
    const auto options = m_passkeys.creationOptions(request.caller());
    if (!options)
        co_return fail(options.error());
    co_return Response::json({{"public_key"_L1, *options}});
}

QCoro::Task<Result<Response>> PasskeysApi::create(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::NewPasskey::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto added = co_await m_passkeys.add(request.caller(), *decoded);
    if (!added)
        co_return fail(added.error());
    co_return Response::created(added->toJson());
}

QCoro::Task<Result<Response>> PasskeysApi::list(Request request)
{
    const auto passkeys = m_passkeys.list(request.caller());
    if (!passkeys)
        co_return fail(passkeys.error());
    QJsonArray array;
    for (const protocol::Passkey &passkey : *passkeys)
        array.append(passkey.toJson());
    // There are at most so many that one page holds them all.
    const QJsonObject body{
        {"passkeys"_L1, array},
        {"pagination"_L1,
         protocol::pageNumbers(1, services::PasskeysService::kMaxPasskeysPerPerson, passkeys->size())}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> PasskeysApi::remove(Request request)
{
    const auto id = request.pathId<PasskeyId>("passkey_id"_L1, u"Passkey");
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_passkeys.remove(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> PasskeysApi::requestOptions(Request /*request*/)
{
    const auto options = m_passkeys.requestOptions();
    if (!options)
        co_return fail(options.error());
    co_return Response::json({{"public_key"_L1, *options}});
}

QCoro::Task<Result<Response>> PasskeysApi::signIn(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto decoded = protocol::PasskeySignIn::fromJson(*body);
    if (!decoded)
        co_return fail(decoded.error());
    const auto signedIn = co_await m_passkeys.signIn(*decoded, clientOf(request, decoded->rememberMe));
    if (!signedIn)
        co_return fail(signedIn.error());
    co_return signedInResponse(*signedIn, request);
}

} // namespace plexi::api
