// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of ApiClient about one's own account.
#include "app/net/api_client.h"

#include "shared/protocol/json_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

Result<protocol::ApiKey> apiKeyOf(const QJsonObject &object)
{
    protocol::JsonReader reader(object);
    protocol::ApiKey key{.id = reader.id<ApiKeyId>("id"_L1),
                         .name = reader.string("name"_L1),
                         .permissions = reader.strings("permissions"_L1),
                         .createdAt = reader.timestamp("created_at"_L1),
                         .expiresAt = reader.optionalTimestamp("expires_at"_L1),
                         .lastUsedAt = reader.optionalTimestamp("last_used_at"_L1),
                         .isExpired = reader.boolean("is_expired"_L1),
                         .key = reader.optionalString("key"_L1)};
    if (const auto fault = reader.error())
        return fail(*fault);
    return key;
}

} // namespace

QCoro::Task<ApiResult<>> ApiClient::changePassword(QString current, QString wanted)
{
    Call call{.verb = "POST", .path = u"/auth/password"_s};
    call.body = QJsonObject{{"current_password"_L1, current}, {"new_password"_L1, wanted}};
    return perform(std::move(call));
}

QCoro::Task<ApiResult<>> ApiClient::reauthenticate(QString password)
{
    Call call{.verb = "POST", .path = u"/auth/reauthenticate"_s};
    call.body = QJsonObject{{"password"_L1, password}};
    return perform(std::move(call));
}

QCoro::Task<ApiResult<QList<protocol::Session>>> ApiClient::sessions()
{
    Call call{.verb = "GET", .path = u"/auth/sessions"_s};
    call.query.addQueryItem(u"limit"_s, QString::number(protocol::kMaxLimit));
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    QList<protocol::Session> sessions;
    for (const auto &element : answer->body.value("sessions"_L1).toArray()) {
        Result<protocol::Session> session = protocol::Session::fromJson(element.toObject());
        if (!session)
            co_return notOurs(answer->status);
        sessions.append(std::move(*session));
    }
    co_return sessions;
}

QCoro::Task<ApiResult<>> ApiClient::endSession(SessionId id)
{
    return perform({.verb = "DELETE", .path = "/auth/sessions/"_L1 + id.toString()});
}

QCoro::Task<ApiResult<protocol::SecondFactors>> ApiClient::secondFactors()
{
    Call call{.verb = "GET", .path = u"/auth/mfa"_s};
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::SecondFactors> factors = protocol::SecondFactors::fromJson(answer->body);
    if (!factors)
        co_return notOurs(answer->status);
    co_return std::move(*factors);
}

QCoro::Task<ApiResult<protocol::TotpEnrolment>> ApiClient::enrolTotp()
{
    Call call{.verb = "POST", .path = u"/auth/mfa/totp"_s};
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::TotpEnrolment> enrolment = protocol::TotpEnrolment::fromJson(answer->body);
    if (!enrolment)
        co_return notOurs(answer->status);
    co_return std::move(*enrolment);
}

QCoro::Task<ApiResult<QStringList>> ApiClient::confirmTotp(QString code)
{
    Call call{.verb = "POST", .path = u"/auth/mfa/totp/confirm"_s};
    call.body = QJsonObject{{"mfa_code"_L1, code}};
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    protocol::JsonReader reader(answer->body);
    QStringList codes = reader.strings("recovery_codes"_L1);
    if (reader.error())
        co_return notOurs(answer->status);
    co_return codes;
}

QCoro::Task<ApiResult<>> ApiClient::removeTotp(QString password)
{
    Call call{.verb = "DELETE", .path = u"/auth/mfa/totp"_s};
    call.body = QJsonObject{{"password"_L1, password}};
    return perform(std::move(call));
}

QCoro::Task<ApiResult<QList<protocol::ApiKey>>> ApiClient::apiKeys()
{
    Call call{.verb = "GET", .path = u"/auth/api-keys"_s};
    call.query.addQueryItem(u"limit"_s, QString::number(protocol::kMaxLimit));
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    QList<protocol::ApiKey> keys;
    for (const auto &element : answer->body.value("api_keys"_L1).toArray()) {
        Result<protocol::ApiKey> key = apiKeyOf(element.toObject());
        if (!key)
            co_return notOurs(answer->status);
        keys.append(std::move(*key));
    }
    co_return keys;
}

QCoro::Task<ApiResult<protocol::ApiKey>> ApiClient::makeApiKey(protocol::NewApiKey wanted)
{
    Call call{.verb = "POST", .path = u"/auth/api-keys"_s};
    call.body = QJsonObject{{"name"_L1, wanted.name},
                            {"permissions"_L1, QJsonArray::fromStringList(wanted.permissions)},
                            {"expires_at"_L1, protocol::isoOrNull(wanted.expiresAt)}};
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::ApiKey> key = apiKeyOf(answer->body);
    if (!key)
        co_return notOurs(answer->status);
    co_return std::move(*key);
}

QCoro::Task<ApiResult<>> ApiClient::revokeApiKey(ApiKeyId id)
{
    return perform({.verb = "DELETE", .path = "/auth/api-keys/"_L1 + id.toString()});
}

QCoro::Task<ApiResult<protocol::User>> ApiClient::setAvatar(QByteArray picture, QByteArray contentType)
{
    Call call{.verb = "PUT", .path = u"/users/me/avatar"_s};
    call.headers = {{"Content-Type", contentType}};
    call.bytes = std::move(picture);
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::User> user = protocol::User::fromJson(answer->body);
    if (!user)
        co_return notOurs(answer->status);
    co_return std::move(*user);
}

QCoro::Task<ApiResult<>> ApiClient::removeAvatar()
{
    const ApiResult<Answer> answer = co_await authorised({.verb = "DELETE", .path = u"/users/me/avatar"_s});
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return ApiResult<>{};
}

QCoro::Task<ApiResult<QByteArray>> ApiClient::avatar(UserId user)
{
    Call call{.verb = "GET", .path = "/users/"_L1 + user.toString() + "/avatar"_L1};
    call.form = Form::Bytes;
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    QByteArray bytes = answer->bytes;
    co_return bytes;
}

} // namespace plexi::app
