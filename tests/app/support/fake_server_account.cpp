// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, the account's own pages and a channel's files, as far as the app's windows show them.
#include "tests/app/support/fake_server.h"

#include "shared/protocol/pagination.h"
#include "shared/protocol/second_factor.h"
#include "shared/protocol/session.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

using namespace protocol;

FakeServer::Answer FakeServer::signIn(const QJsonObject &body)
{
    const auto user = world.userNamed(body.value("username"_L1).toString());
    if (!user || body.value("password"_L1).toString() != m_passwords.value(*user, u"secret"_s))
        return error(401, {.code = ErrorCode::InvalidCredentials, .message = u"no"_s});
    if (!code)
        return {.body = issueTokens(*user)};
    const MfaRequired required{.methods = codeFactors, .tempToken = u"step-%1"_s.arg(++m_tokens)};
    m_steps.insert(required.tempToken, {*user, 5});
    return {.status = 401, .body = required.toJson()};
}

FakeServer::Answer FakeServer::finishSignIn(const QJsonObject &body)
{
    const auto given = MfaVerification::fromJson(body);
    if (!given)
        return error(422, given.error());
    const auto step = m_steps.find(given->tempToken);
    if (step == m_steps.end() || step->second == 0)
        return error(401, {.code = ErrorCode::InvalidToken, .message = u"no"_s});
    if (!codeFactors.contains(given->method))
        return error(422, Error::validation(u"method"_s, u"Must be one of mfa_methods"_s));
    if (given->mfaCode != code) {
        --step->second;
        return error(401, {.code = ErrorCode::InvalidCredentials, .message = u"no"_s});
    }
    const UserId user = step->first;
    m_steps.erase(step);
    return {.body = issueTokens(user)};
}

FakeServer::Answer FakeServer::signUp(const QJsonObject &body)
{
    const QString username = body.value("username"_L1).toString();
    if (!invites.contains(body.value("invite_code"_L1).toString()))
        return error(422, Error::validation(u"invite_code"_s, u"no"_s));
    if (world.userNamed(username))
        return error(409, {.code = ErrorCode::Conflict, .message = u"no"_s, .details = {{"field"_L1, "username"_L1}}});
    if (!body.value("email"_L1).toString().contains(u'@'))
        return error(422, Error::validation(u"email"_s, u"no"_s));
    if (body.value("password"_L1).toString().size() < 8)
        return error(422, Error::validation(u"password"_s, u"no"_s));
    const UserId user = world.addUser(username, body.value("display_name"_L1).toString());
    m_passwords.insert(user, body.value("password"_L1).toString());
    return {.status = 201, .body = world.user(user).toJson()};
}

FakeServer::Answer FakeServer::refresh(const QJsonObject &body)
{
    const QString token = body.value("refresh_token"_L1).toString();
    if (refuseRefresh || !m_refresh.contains(token))
        return error(401, {.code = ErrorCode::InvalidToken, .message = u"no"_s});
    return {.body = issueTokens(m_refresh.take(token))};
}

FakeServer::Answer FakeServer::account(const Request &request)
{
    const QString part = request.path.value(1);
    if (part == "sessions"_L1 && request.verb == "GET") {
        QJsonArray list;
        for (const Session &session : std::as_const(sessions))
            list.append(session.toJson());
        return {.body = {{"sessions"_L1, list}, {"pagination"_L1, pageNumbers(1, 100, list.size())}}};
    }
    if (part == "api-keys"_L1 && request.verb == "POST") {
        ApiKey key{.id = ApiKeyId(++m_tokens),
                   .name = request.body.value("name"_L1).toString(),
                   .permissions = {u"read"_s},
                   .createdAt = Timestamp::now(),
                   .expiresAt = std::nullopt,
                   .lastUsedAt = std::nullopt,
                   .key = u"plx_7hQ2vZkM0xRt9sYbLwEfC4nUaJpG8dKiTzXe5VrNo1B"_s};
        return {.status = 201, .body = key.toJson()};
    }
    if (part == "api-keys"_L1 && request.verb == "GET") {
        QJsonArray list;
        for (const ApiKey &key : std::as_const(apiKeys))
            list.append(key.toJson());
        return {.body = {{"api_keys"_L1, list}, {"pagination"_L1, pageNumbers(1, 100, list.size())}}};
    }
    if (part == "mfa"_L1 && request.path.size() == 2) {
        SecondFactors factors;
        factors.totpSince = totpSince;
        factors.recoveryCodesLeft = totpSince ? 10 : 0;
        return {.body = factors.toJson()};
    }
    if (part == "mfa"_L1 && request.path.value(3) == "confirm"_L1) {
        totpSince = Timestamp::now();
        QJsonArray codes;
        for (int number = 0; number < 10; ++number)
            codes.append(u"k%1qz-7m%2p"_s.arg(number).arg(9 - number));
        return {.body = {{"recovery_codes"_L1, codes}}};
    }
    if (part == "mfa"_L1 && request.verb == "POST") {
        const TotpEnrolment enrolment{
            .secret = u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s,
            .otpauthUri = u"otpauth://totp/PlexiChat:priya?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=PlexiChat"_s};
        return {.status = 201, .body = enrolment.toJson()};
    }
    return {.status = 204};
}

FakeServer::Answer FakeServer::files(const Request &request)
{
    if (request.path.value(1) == "uploads"_L1)
        return uploads(request);
    if (request.path.size() > 1)
        return error(404, Error::notFound(u"File"_s));
    const QString channel = request.query.queryItemValue(u"channel_id"_s);
    FilePage page;
    for (const File &file : std::as_const(fileList)) {
        if (file.channelId && file.channelId->toString() == channel)
            page.files.append(file);
    }
    page.totalCount = page.files.size();
    return {.body = page.toJson()};
}

} // namespace plexi::test
