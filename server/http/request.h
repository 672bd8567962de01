// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "shared/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QHttpHeaders>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

#include <memory>
#include <optional>

namespace plexi::net {
struct RequestHead;
}

namespace plexi::http {

class BodyStream;

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

QLatin1StringView methodName(Method method);
std::optional<Method> methodFromName(QByteArrayView name);

/**
 * One request, copied out of Qt's objects, so that a handler may keep it across a suspension. Passed by value: every
 * member is implicitly shared.
 */
struct Request {
    Method method = Method::Get;
    /** Decoded path without query, such as "/api/v1/messages/msg_123". */
    QString path;
    /** Read it with a QueryReader, or with QUrl::FullyDecoded. */
    QUrlQuery query;
    QHttpHeaders headers;
    QByteArray body;
    /** Set instead of @c body where the route streams. */
    std::shared_ptr<BodyStream> bodyStream = {};
    /** "host" or "host:port" the request was sent to. */
    QByteArray authority = {};
    /** The client's address after `trusted_proxies` were considered (contract, section 9). */
    QHostAddress clientAddress;
    /** The client is on this machine; never true behind a proxy. */
    bool isLoopback = false;
    /** Set by the router, from `X-Request-ID` or anew. */
    QString requestId;
    /** True behind TLS, or where a trusted proxy says so. */
    bool isSecure = false;
    /** Values of the route's `{name}` parts, decoded. */
    QHash<QString, QString> pathParameters;
    /** Always set where the route's access is Authenticated. */
    std::optional<security::Principal> principal;

    static Request fromHead(net::RequestHead head, QByteArray body);

    const security::Principal &caller() const { return *principal; }
    QString pathParameter(QLatin1StringView name) const { return pathParameters.value(QString(name)); }
    QByteArray header(QByteArrayView name) const { return headers.value(name).toByteArray(); }
    /** The value of a cookie, empty where there is none. */
    QByteArray cookie(QByteArrayView name) const;

    /** A path parameter as an id; what is no id of that kind answers like an unknown one: 404 "@p what not found". */
    template <typename IdType>
    Result<IdType> pathId(QLatin1StringView name, QStringView what) const
    {
        if (const auto id = IdType::fromString(pathParameter(name)))
            return *id;
        return fail(Error::notFound(what));
    }

    /**
     * The body as a JSON object: 415 for another Content-Type, 400 for malformed JSON, 422 for JSON that is no object.
     */
    Result<QJsonObject> json() const;
};

} // namespace plexi::http
