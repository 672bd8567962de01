// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/session_cookie.h"

namespace plexi::api {

QByteArray sessionCookie(const QByteArray &value, std::optional<qint64> maxAge, bool isSecure)
{
    // RFC 6265. Lax: a link from elsewhere opens signed in, a form from elsewhere does not.
    QByteArray cookie = "plexichat_session=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    if (maxAge)
        cookie += "; Max-Age=" + QByteArray::number(*maxAge);
    if (isSecure)
        cookie += "; Secure";
    return cookie;
}

http::Response signedInResponse(const services::AuthService::SignedIn &signedIn, const http::Request &request)
{
    http::Response response = http::Response::json(signedIn.tokens.toJson());
    response.headers.append(QHttpHeaders::WellKnownHeader::SetCookie,
                            sessionCookie(signedIn.cookie, signedIn.cookieMaxAge, request.isSecure));
    return response;
}

services::AuthService::Client clientOf(const http::Request &request, bool rememberMe)
{
    return {.address = request.clientAddress,
            .userAgent = QString::fromUtf8(request.header("User-Agent")),
            .rememberMe = rememberMe};
}

} // namespace plexi::api
