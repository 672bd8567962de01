// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of ApiClient that end with a signed-in account.
#include "app/net/api_client.h"

using namespace Qt::StringLiterals;

namespace plexi::app {

QCoro::Task<ApiResult<>> ApiClient::takeTokens(Call call)
{
    const QPointer<ApiClient> self(this);
    const ApiResult<Answer> answer = co_await exchange(std::move(call), QString());
    if (!self)
        co_return cancelled();
    if (!answer)
        co_return std::unexpected(answer.error());
    const Result<protocol::Tokens> tokens = protocol::Tokens::fromJson(answer->body);
    if (!tokens)
        co_return notOurs(answer->status);
    setTokens(*tokens);
    co_return ApiResult<>{};
}

QCoro::Task<ApiResult<>> ApiClient::signIn(QString username, QString password, bool rememberMe, QString code)
{
    Call call{.verb = "POST", .path = u"/auth/login"_s};
    QJsonObject body{{"username"_L1, username}, {"password"_L1, password}, {"remember_me"_L1, rememberMe}};
    if (!code.isEmpty())
        body.insert("mfa_code"_L1, code);
    call.body = body;
    return takeTokens(std::move(call));
}

QCoro::Task<ApiResult<>> ApiClient::finishSignIn(protocol::MfaVerification verification)
{
    Call call{.verb = "POST", .path = u"/auth/mfa/verify"_s};
    call.body = verification.toJson();
    return takeTokens(std::move(call));
}

QCoro::Task<ApiResult<>> ApiClient::sendCode(QString tempToken)
{
    Call call{.verb = "POST", .path = u"/auth/mfa/sms/send"_s};
    call.body = QJsonObject{{"temp_token"_L1, tempToken}};
    const ApiResult<Answer> answer = co_await exchange(std::move(call), QString());
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return ApiResult<>{};
}

QCoro::Task<ApiResult<>> ApiClient::signUp(Newcomer person)
{
    Call call{.verb = "POST", .path = u"/auth/register"_s};
    QJsonObject body{{"username"_L1, person.username}, {"email"_L1, person.email}, {"password"_L1, person.password}};
    if (!person.displayName.isEmpty())
        body.insert("display_name"_L1, person.displayName);
    if (!person.inviteCode.isEmpty())
        body.insert("invite_code"_L1, person.inviteCode);
    call.body = body;
    const ApiResult<Answer> answer = co_await exchange(std::move(call), QString());
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return ApiResult<>{};
}

} // namespace plexi::app
