// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/operation.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/net/origin_policy.h"
#include "server/net/refusal.h"
#include "server/net/request_sink.h"
#include "server/security/principal.h"
#include "server/security/rate_limiter.h"
#include "shared/core/result.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <memory>
#include <vector>

namespace plexi::http {

using security::RateCategory;

class RequestLog;

enum class Access {
    /** No credential is looked at. */
    Public,
    /** A credential is needed: else 401. */
    Authenticated,
};

/** A coroutine that owns its request. Runs on the loop of the connection and is resumed there. Must not block. */
using Handler = std::function<QCoro::Task<Result<Response>>(Request request)>;

/** One line of the route table. What the API says of itself (OpenAPI, access tests) is derived from this. */
struct Route {
    Method method = Method::Get;
    /** "/api/v1/messages/{message_id}": a part in braces matches one path segment. Fixed parts win over braces. */
    QString pattern;
    Handler handler;
    Access access = Access::Authenticated;
    RateCategory rate = RateCategory::General;
    /** Where requests of one route count differently; without it all count as `rate`. */
    std::function<RateCategory(const Request &request)> rateOf = {};
    /** A permission the caller needs, else 403. Empty: none beyond being signed in. */
    QLatin1StringView permission = {};
    /** Whether it changes something: needs the `write` scope of an API key, and the Origin rule for cookies. */
    bool changes = false;
    /** Bytes; a longer body is 413 before it is read. */
    qint64 bodyLimit = 1 << 20;
    /** The handler reads Request::bodyStream as it comes, instead of having the whole body before it runs. */
    bool isStreamed = false;
    /** What people do about their own sign-ins: an API key gets 403. */
    bool sessionOnly = false;
    /** Needs a proof of who the caller is that is 15 minutes old at most; API keys have none (contract, section 9). */
    bool sudo = false;
    /** The session that a request of nobody counts for, if it proves one; else it counts for its address. */
    std::function<std::optional<SessionId>(const Request &request)> countsFor = {};
    /** One line for the API's description. */
    QLatin1StringView summary = {};
    /** What else that description says. */
    Operation operation = {};
};

/**
 * Finds the route of a request and runs what stands before every handler: request id, host check, credentials, scope,
 * Origin rule, rate limit. Immutable once serving has begun; used by all loops at once.
 */
class Router
{
public:
    /** Collaborators are not owned and outlive the router. */
    struct Options {
        /** Needed as soon as a route is Authenticated. */
        security::Authenticator *authenticator = nullptr;
        /** Null: no limits and no X-RateLimit headers. */
        security::RateLimiter *rateLimiter = nullptr;
        /** Null: no request log. */
        RequestLog *log = nullptr;
        net::OriginPolicy originPolicy;
    };

    explicit Router(Options options);
    ~Router();

    /** Before serving only. Asserts that no two routes are the same. */
    void add(Route route);
    const std::vector<Route> &routes() const;

    /** The whole way of one request to its answer, HEAD and OPTIONS included. Never fails: errors become answers. */
    QCoro::Task<Response> dispatch(Request request) const;

    /** The body limit of the route that @p method and @p path lead to; for the connection guard. */
    qint64 bodyLimit(Method method, const QString &path) const;
    /** The same, and whether that route streams. */
    net::BodyPlan bodyPlan(Method method, const QString &path) const;
    /** 421 for a host that is not ours. Empty: HTTP/1.0 without one. */
    Result<> checkHost(QByteArrayView authority) const;

    /** The answer to what never became a request; logged. Of @p head, only what was understood is set. */
    Response refuse(const net::Refusal &refusal, const net::RequestHead &head) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace plexi::http
