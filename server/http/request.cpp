// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request.h"

#include "server/net/request_head.h"
#include "shared/protocol/json_reader.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace plexi::http {

namespace {

constexpr std::array<std::pair<Method, QLatin1StringView>, 7> kMethods{{
    {Method::Get, "GET"_L1},
    {Method::Head, "HEAD"_L1},
    {Method::Post, "POST"_L1},
    {Method::Put, "PUT"_L1},
    {Method::Patch, "PATCH"_L1},
    {Method::Delete, "DELETE"_L1},
    {Method::Options, "OPTIONS"_L1},
}};

} // namespace

QLatin1StringView methodName(Method method)
{
    return kMethods[static_cast<std::size_t>(method)].second;
}

std::optional<Method> methodFromName(QByteArrayView name)
{
    for (const auto &[method, known] : kMethods) {
        if (name == known)
            return method;
    }
    return std::nullopt;
}

Request Request::fromHead(net::RequestHead head, QByteArray body)
{
    Request request;
    // The guard lets no other methods pass.
    request.method = methodFromName(head.method).value_or(Method::Get);
    request.path = std::move(head.path);
    request.query = std::move(head.query);
    request.headers = std::move(head.headers);
    request.body = std::move(body);
    request.authority = std::move(head.authority);
    request.clientAddress = std::move(head.clientAddress);
    request.isLoopback = head.isLoopback;
    request.isSecure = head.isSecure;
    return request;
}

QByteArray Request::cookie(QByteArrayView name) const
{
    for (const QByteArray &line : headers.values(QHttpHeaders::WellKnownHeader::Cookie)) {
        for (QByteArrayView rest = line; !rest.isEmpty();) {
            const qsizetype end = rest.indexOf(';');
            const QByteArrayView pair = (end < 0 ? rest : rest.first(end)).trimmed();
            rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
            const qsizetype equals = pair.indexOf('=');
            if (equals >= 0 && pair.first(equals) == name)
                return pair.sliced(equals + 1).toByteArray();
        }
    }
    return {};
}

Result<QJsonObject> Request::json() const
{
    const QByteArrayView type = headers.value(QHttpHeaders::WellKnownHeader::ContentType);
    const qsizetype parameters = type.indexOf(';');
    const QByteArrayView essence = (parameters < 0 ? type : type.first(parameters)).trimmed();
    if (!essence.isEmpty() && essence.compare("application/json", Qt::CaseInsensitive) != 0)
        return fail({.code = ErrorCode::UnsupportedMediaType, .message = u"The body must be application/json"_s});
    return protocol::parseObject(body);
}

} // namespace plexi::http
