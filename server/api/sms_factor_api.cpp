// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/sms_factor_api.h"

#include "shared/protocol/json_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::Request;
using http::Response;
using http::Tag;
using protocol::CodeSent;
using protocol::LengthRange;
using protocol::Schema;

namespace {

constexpr LengthRange kPhoneNumberLength{.min = 1, .max = 40};
constexpr LengthRange kCodeLength{.min = 1, .max = protocol::kMaxMfaCodeSize};
constexpr LengthRange kGivenPasswordLength{.min = 1, .max = 1'024};
constexpr LengthRange kTokenLength{.min = 1, .max = 4'096};

/** The only field of a body. */
Result<QString> onlyField(const Request &request, QLatin1StringView name, LengthRange length)
{
    const auto body = request.json();
    if (!body)
        return fail(body.error());
    protocol::JsonReader reader(*body);
    QString value = reader.string(name, length);
    if (const auto fault = reader.error())
        return fail(*fault);
    return value;
}

Schema phoneNumberSchema()
{
    return Schema::object("PhoneNumber"_L1)
        .with("phone_number"_L1, Schema::string(kPhoneNumberLength).about("E.164"_L1).example("+12025550123"_L1));
}

Schema tempTokenSchema()
{
    return Schema::object("TempToken"_L1).with("temp_token"_L1, Schema::string(kTokenLength));
}

Schema confirmedSchema()
{
    return Schema::object("SmsConfirmed"_L1)
        .with("recovery_codes"_L1, Schema::array(Schema::string()).about("Empty where the person has some already"_L1));
}

} // namespace

void SmsFactorApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/mfa/sms"_s,
                .handler = [this](Request request) { return enrol(std::move(request)); },
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .sudo = true,
                .summary = "Begin to set up a telephone: a code is sent to it"_L1,
                .operation = {.id = "enrolSms"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(phoneNumberSchema()),
                              .answers = {jsonAnswer(CodeSent::schema(), 201)},
                              .errors = {ErrorCode::Conflict, ErrorCode::ServiceUnavailable}}});
    router.add(
        {.method = Method::Post,
         .pattern = u"/api/v1/auth/mfa/sms/confirm"_s,
         .handler = [this](Request request) { return confirm(std::move(request)); },
         .rate = http::RateCategory::Authentication,
         .changes = true,
         .sudo = true,
         .summary = "Turn the telephone on with that code; the answer shows new recovery codes, once"_L1,
         .operation = {.id = "confirmSms"_L1,
                       .tag = Tag::Authentication,
                       .body = jsonBody(Schema::object("MfaCode"_L1).with("mfa_code"_L1, Schema::string(kCodeLength))),
                       .answers = {jsonAnswer(confirmedSchema())},
                       .errors = {ErrorCode::NotFound, ErrorCode::Conflict}}});
    router.add(
        {.method = Method::Delete,
         .pattern = u"/api/v1/auth/mfa/sms"_s,
         .handler = [this](Request request) { return remove(std::move(request)); },
         .rate = http::RateCategory::Authentication,
         .changes = true,
         .sessionOnly = true,
         .summary = "Remove the telephone; needs the password"_L1,
         .operation = {
             .id = "removeSms"_L1,
             .tag = Tag::Authentication,
             .body = jsonBody(Schema::object("Password"_L1).with("password"_L1, Schema::string(kGivenPasswordLength))),
             .answers = {http::noContentAnswer()},
             .errors = {ErrorCode::NotFound}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/mfa/sms/send"_s,
                .handler = [this](Request request) { return send(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .summary = "Send a code to the telephone of a person whose sign-in waits for one"_L1,
                .operation = {.id = "sendSms"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(tempTokenSchema()),
                              .answers = {jsonAnswer(CodeSent::schema())},
                              .errors = {ErrorCode::InvalidToken, ErrorCode::ServiceUnavailable}}});
}

QCoro::Task<Result<Response>> SmsFactorApi::enrol(Request request)
{
    const auto phoneNumber = onlyField(request, "phone_number"_L1, kPhoneNumberLength);
    if (!phoneNumber)
        co_return fail(phoneNumber.error());
    const auto sent = co_await m_factor.enrol(request.caller(), *phoneNumber);
    if (!sent)
        co_return fail(sent.error());
    co_return Response::created(sent->toJson());
}

QCoro::Task<Result<Response>> SmsFactorApi::confirm(Request request)
{
    const auto code = onlyField(request, "mfa_code"_L1, kCodeLength);
    if (!code)
        co_return fail(code.error());
    const auto codes = co_await m_factor.confirm(request.caller(), *code);
    if (!codes)
        co_return fail(codes.error());
    co_return Response::json({{"recovery_codes"_L1, QJsonArray::fromStringList(*codes)}});
}

QCoro::Task<Result<Response>> SmsFactorApi::remove(Request request)
{
    const auto password = onlyField(request, "password"_L1, kGivenPasswordLength);
    if (!password)
        co_return fail(password.error());
    const auto removed = co_await m_factor.remove(request.caller(), *password, request.clientAddress);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> SmsFactorApi::send(Request request)
{
    const auto tempToken = onlyField(request, "temp_token"_L1, kTokenLength);
    if (!tempToken)
        co_return fail(tempToken.error());
    const auto sent = co_await m_auth.sendCode(*tempToken, request.clientAddress);
    if (!sent)
        co_return fail(sent.error());
    co_return Response::json(sent->toJson());
}

} // namespace plexi::api
