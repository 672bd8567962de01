// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/second_factors_api.h"

#include "server/security/permissions.h"
#include "shared/protocol/json_reader.h"

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

Response recoveryCodes(const QStringList &codes, int status)
{
    return Response::json({{"recovery_codes"_L1, QJsonArray::fromStringList(codes)}}, status);
}

http::Answer recoveryCodesAnswer(int status)
{
    const Schema codes = Schema::object("RecoveryCodes"_L1).with("recovery_codes"_L1, Schema::array(Schema::string()));
    return jsonAnswer(codes, status);
}

Schema codeSchema()
{
    return Schema::object("MfaCode"_L1)
        .with("mfa_code"_L1, Schema::string({.min = 1, .max = protocol::kMaxMfaCodeSize}));
}

Schema passwordSchema()
{
    return Schema::object("Password"_L1).with("password"_L1, Schema::string({.min = 1, .max = 1'024}));
}

} // namespace

void SecondFactorsApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/auth/mfa"_s,
                .handler = [this](Request request) { return overview(std::move(request)); },
                .sessionOnly = true,
                .summary = "Which second factors one has"_L1,
                .operation = {.id = "getSecondFactors"_L1,
                              .tag = Tag::Authentication,
                              .answers = {jsonAnswer(protocol::SecondFactors::schema())}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/mfa/totp"_s,
                .handler = [this](Request request) { return enrolTotp(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Begin to set up an authenticator app"_L1,
                .operation = {.id = "enrolTotp"_L1,
                              .tag = Tag::Authentication,
                              .answers = {jsonAnswer(protocol::TotpEnrolment::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/mfa/totp/confirm"_s,
                .handler = [this](Request request) { return confirmTotp(std::move(request)); },
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .sudo = true,
                .summary = "Turn the authenticator on with a first code; the answer shows the recovery codes, once"_L1,
                .operation = {.id = "confirmTotp"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(codeSchema()),
                              .answers = {recoveryCodesAnswer(200)},
                              .errors = {ErrorCode::NotFound, ErrorCode::Conflict}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/auth/mfa/totp"_s,
                .handler = [this](Request request) { return removeTotp(std::move(request)); },
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .sessionOnly = true,
                .summary = "Remove the authenticator and the recovery codes; needs the password"_L1,
                .operation = {.id = "removeTotp"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(passwordSchema()),
                              .answers = {noContentAnswer()},
                              .errors = {ErrorCode::NotFound}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/mfa/recovery-codes"_s,
                .handler = [this](Request request) { return renewRecoveryCodes(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Ten new recovery codes in the place of the old ones"_L1,
                .operation = {.id = "renewRecoveryCodes"_L1,
                              .tag = Tag::Authentication,
                              .answers = {recoveryCodesAnswer(201)},
                              .errors = {ErrorCode::NotFound}}});
    router.add(
        {.method = Method::Delete,
         .pattern = u"/api/v1/admin/users/{user_id}/mfa"_s,
         .handler = [this](Request request) { return reset(std::move(request)); },
         .rate = http::RateCategory::Admin,
         .permission = security::permission::kUsersUpdate,
         .changes = true,
         .sudo = true,
         .summary = "Take the second factors of a person who lost theirs"_L1,
         .operation = {.id = "resetSecondFactors"_L1, .tag = Tag::Administration, .answers = {noContentAnswer()}}});
}

QCoro::Task<Result<Response>> SecondFactorsApi::overview(Request request)
{
    const auto found = m_factors.overview(request.caller());
    if (!found)
        co_return fail(found.error());
    co_return Response::json(found->toJson());
}

QCoro::Task<Result<Response>> SecondFactorsApi::enrolTotp(Request request)
{
    const auto begun = co_await m_factors.enrolTotp(request.caller());
    if (!begun)
        co_return fail(begun.error());
    co_return Response::created(begun->toJson());
}

QCoro::Task<Result<Response>> SecondFactorsApi::confirmTotp(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const QString code = reader.string("mfa_code"_L1, {.min = 1, .max = protocol::kMaxMfaCodeSize});
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto codes = co_await m_factors.confirmTotp(request.caller(), code);
    if (!codes)
        co_return fail(codes.error());
    co_return recoveryCodes(*codes, 200);
}

QCoro::Task<Result<Response>> SecondFactorsApi::removeTotp(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const QString password = reader.string("password"_L1, {.min = 1, .max = 1'024});
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto removed = co_await m_factors.removeTotp(request.caller(), password, request.clientAddress);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> SecondFactorsApi::renewRecoveryCodes(Request request)
{
    const auto codes = co_await m_factors.renewRecoveryCodes(request.caller());
    if (!codes)
        co_return fail(codes.error());
    co_return recoveryCodes(*codes, 201);
}

QCoro::Task<Result<Response>> SecondFactorsApi::reset(Request request)
{
    const auto id = request.pathId<UserId>("user_id"_L1, u"User");
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_factors.reset(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
