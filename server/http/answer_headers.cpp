// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/answer_headers.h"

#include "server/http/body_source.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace plexi::http {

namespace {

using Known = QHttpHeaders::WellKnownHeader;

const QHttpHeaders &securityHeaders()
{
    static const QHttpHeaders kHeaders = [] {
        QHttpHeaders headers;
        headers.append(Known::XContentTypeOptions, "nosniff");
        headers.append("Referrer-Policy", "no-referrer");
        headers.append(Known::XFrameOptions, "DENY");
        headers.append(Known::ContentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'");
        headers.append(Known::CacheControl, "no-store");
        return headers;
    }();
    return kHeaders;
}

/** RFC 9110's phrases, section 15. */
QByteArrayView reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 421:
        return "Misdirected Request";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 460:
        return "Checksum Mismatch";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        // RFC 9112, section 4: the phrase may be empty.
        return "";
    }
}

} // namespace

void addSecurityHeaders(Response &response)
{
    const QHttpHeaders &standard = securityHeaders();
    if (response.headers.isEmpty()) {
        response.headers = standard;
        return;
    }
    for (qsizetype i = 0; i < standard.size(); ++i) {
        if (!response.headers.contains(standard.nameAt(i)))
            response.headers.append(standard.nameAt(i), standard.valueAt(i));
    }
}

void addRateLimitHeaders(Response &response, const security::RateDecision &decision)
{
    response.headers.append("X-RateLimit-Limit", QByteArray::number(decision.limit));
    response.headers.append("X-RateLimit-Remaining", QByteArray::number(decision.remaining));
    response.headers.append("X-RateLimit-Reset", QByteArray::number(decision.resetAt));
    response.headers.append("X-RateLimit-Window", QByteArray::number(decision.windowSeconds));
}

void addCorsHeaders(Response &response, QByteArrayView origin, const net::OriginPolicy &policy)
{
    if (origin.isEmpty() || !policy.isAllowed(origin))
        return;
    response.headers.append(Known::AccessControlAllowOrigin, QLatin1StringView(origin));
    response.headers.append(Known::AccessControlAllowCredentials, "true");
    response.headers.append(Known::AccessControlExposeHeaders,
                            "X-Request-ID, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, "
                            "X-RateLimit-Window, Retry-After, ETag, Location, Accept-Ranges, Content-Disposition, "
                            "Content-Range, Tus-Resumable, Tus-Version, Upload-Offset, Upload-Length, "
                            "Upload-Metadata, Upload-Expires, Plexichat-File-Id");
    response.headers.append(Known::Vary, "Origin");
}

void addPreflightHeaders(Response &response, const QList<Method> &allowed)
{
    response.headers.append(Known::AccessControlAllowMethods, allowValue(allowed));
    response.headers.append(Known::AccessControlAllowHeaders,
                            "Authorization, Content-Type, X-API-Key, X-Request-ID, Range, If-None-Match, If-Range, "
                            "Tus-Resumable, Upload-Offset, Upload-Length, Upload-Metadata, Upload-Checksum, "
                            "X-HTTP-Method-Override");
    response.headers.append(Known::AccessControlMaxAge, "600");
}

QByteArray allowValue(const QList<Method> &allowed)
{
    QByteArray value;
    for (const Method method : allowed) {
        value.append(QByteArrayView(methodName(method))).append(", ");
    }
    if (!allowed.contains(Method::Options))
        value += "OPTIONS, ";
    value.chop(2);
    return value;
}

QByteArray httpDate()
{
    static thread_local qint64 second = 0;
    static thread_local QByteArray date;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (now != second) {
        second = now;
        date = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(now, QTimeZone::UTC), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
                   .toLatin1();
    }
    return date;
}

std::optional<qint64> bodySize(const Response &response)
{
    return response.source ? response.source->size() : response.body.size();
}

QByteArray serialize(const Response &response, bool withBody, Persistence persistence)
{
    // RFC 9110, section 8.6: these have no length, and no body.
    const bool isBodiless = response.status == 204 || response.status == 304;
    QByteArray bytes;
    bytes.reserve(1024 + (withBody ? response.body.size() : 0));
    const auto addHeader = [&](QByteArrayView name, QByteArrayView value) {
        bytes.append(name).append(": ").append(value).append("\r\n");
    };
    bytes.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    bytes.append(reasonOf(response.status)).append("\r\n");
    addHeader("Date", httpDate());
    if (!response.contentType.isEmpty())
        addHeader("Content-Type", response.contentType);
    if (const auto size = bodySize(response); size && !isBodiless)
        addHeader("Content-Length", QByteArray::number(*size));
    for (qsizetype i = 0; i < response.headers.size(); ++i)
        addHeader(QByteArrayView(response.headers.nameAt(i)), response.headers.valueAt(i));
    if (persistence == Persistence::Close)
        addHeader("Connection", "close");
    else if (persistence == Persistence::SayKeepAlive)
        addHeader("Connection", "keep-alive");
    bytes.append("\r\n");
    if (withBody && !isBodiless)
        bytes += response.body;
    return bytes;
}

} // namespace plexi::http
