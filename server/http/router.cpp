// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include "server/http/answer_headers.h"
#include "server/http/request_log.h"
#include "server/http/route_table.h"
#include "server/net/request_head.h"
#include "shared/core/ids.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace plexi::http {

namespace {

using security::Credential;
using Clock = std::chrono::steady_clock;

constexpr QByteArrayView kSessionCookie = "plexichat_session";

/** For paths that lead nowhere: what a body may have before it is answered with 404. */
constexpr qint64 kDefaultBodyLimit = 1 << 20;

bool isRequestId(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

bool isReading(Method method)
{
    return method == Method::Get || method == Method::Head;
}

/** What the caller presents; the first of Authorization, X-API-Key and cookie that is there. */
std::optional<Credential> credentialOf(const Request &request)
{
    const QByteArrayView authorization = request.headers.value(QHttpHeaders::WellKnownHeader::Authorization);
    constexpr QByteArrayView kBearer = "Bearer ";
    if (authorization.first(std::min(authorization.size(), kBearer.size())).compare(kBearer, Qt::CaseInsensitive) == 0)
        return Credential{Credential::Kind::Bearer,
                          QString::fromLatin1(authorization.sliced(kBearer.size()).trimmed())};
    const QByteArrayView key = request.headers.value("X-API-Key");
    if (!key.isEmpty())
        return Credential{Credential::Kind::ApiKey, QString::fromLatin1(key)};
    const QByteArray cookie = request.cookie(kSessionCookie);
    if (!cookie.isEmpty())
        return Credential{Credential::Kind::Cookie, QString::fromLatin1(cookie)};
    return std::nullopt;
}

Error rateLimited(const security::RateDecision &decision)
{
    return {
        .code = ErrorCode::RateLimitExceeded, .message = u"Rate limit exceeded"_s, .retryAfter = decision.retryAfter};
}

/** What the answer and the log need once the request itself has gone to its handler. */
struct Trace {
    Clock::time_point started = Clock::now();
    /** Nothing where the request was not understood that far. */
    std::optional<Method> method;
    QString requestId;
    QByteArray origin;
    QHostAddress client;
    QString route;
    std::optional<UserId> user;
    /** Where a request of nobody counts for a session. */
    std::optional<SessionId> session;
    std::optional<security::RateDecision> rate;
};

} // namespace

struct Router::Private {
    Options options;
    std::vector<Route> routes;
    RouteTable table;
    mutable IdGenerator requestIds;

    const Route *route(const RouteTable::Match &match) const
    {
        return match.route == RouteTable::kNone ? nullptr : &routes[static_cast<std::size_t>(match.route)];
    }

    QString requestId(const QHttpHeaders &headers) const;
    bool takeRate(RateCategory category, Trace &trace) const;
    std::optional<Error> authenticate(Request &request) const;
    std::optional<Error> checkCookie(const Request &request, bool changes) const;
    std::optional<Error> admit(Request &request, const Route &route, Trace &trace) const;
    std::optional<Error> checkHost(QByteArrayView authority) const;
    Response answerWithoutRoute(const RouteTable::Match &match, const Request &request, Trace &trace) const;
    void finish(Response &response, const Trace &trace) const;
};

QString Router::Private::requestId(const QHttpHeaders &headers) const
{
    const QByteArrayView inbound = headers.value("X-Request-ID");
    return isRequestId(inbound) ? QString::fromLatin1(inbound) : u"req_"_s + QString::number(requestIds.next());
}

/** False where the limit is reached. */
bool Router::Private::takeRate(RateCategory category, Trace &trace) const
{
    if (options.rateLimiter) {
        trace.rate = trace.session ? options.rateLimiter->take(category, *trace.session)
                                   : options.rateLimiter->take(category, trace.user, trace.client);
    }
    return !trace.rate || trace.rate->isAllowed;
}

/** Contract, section 9: a foreign page must not act, nor read, by the cookie that the browser adds. */
std::optional<Error> Router::Private::checkCookie(const Request &request, bool changes) const
{
    QByteArray origin = request.header("Origin");
    if (!changes) {
        if (origin.isEmpty() || options.originPolicy.isTrusted(origin, request.authority, request.isSecure))
            return std::nullopt;
        return Error{.code = ErrorCode::AuthenticationRequired, .message = u"Authentication required"_s};
    }
    if (origin.isEmpty())
        origin = net::OriginPolicy::originOf(request.header("Referer"));
    if (options.originPolicy.isTrusted(origin, request.authority, request.isSecure))
        return std::nullopt;
    return Error::forbidden(u"A change by cookie needs an Origin of this server"_s);
}

std::optional<Error> Router::Private::authenticate(Request &request) const
{
    const auto credential = credentialOf(request);
    if (!credential)
        return Error{.code = ErrorCode::AuthenticationRequired, .message = u"Authentication required"_s};
    Q_ASSERT(options.authenticator);
    auto principal = options.authenticator->authenticate(*credential);
    if (!principal)
        return principal.error();
    request.principal = std::move(*principal);
    request.principal->address = request.clientAddress;
    return std::nullopt;
}

/** All that stands before a handler. Sets the request's principal. */
std::optional<Error> Router::Private::admit(Request &request, const Route &route, Trace &trace) const
{
    const bool needsCaller = route.access == Access::Authenticated;
    auto fault = needsCaller ? authenticate(request) : std::nullopt;
    if (request.principal)
        trace.user = request.principal->userId;
    else if (route.countsFor && options.rateLimiter)
        trace.session = route.countsFor(request);
    // Failed sign-ins count too, by address: guessing tokens has the same limit.
    if (!takeRate(route.rateOf ? route.rateOf(request) : route.rate, trace))
        return rateLimited(*trace.rate);
    if (fault || !needsCaller)
        return fault;

    const bool changes = route.changes || !isReading(route.method);
    if (request.principal->kind == Credential::Kind::Cookie) {
        if (auto refused = checkCookie(request, changes))
            return refused;
    }
    if (route.changes && !request.principal->mayWrite)
        return Error::forbidden(u"This API key may only read"_s);
    if (!route.permission.isEmpty() && !request.principal->can(route.permission))
        return Error::forbidden(u"Insufficient permissions"_s);
    if (route.sessionOnly && !request.principal->sessionId)
        return Error::forbidden(u"API keys cannot do this"_s);
    if (route.sudo) {
        if (auto proven = options.authenticator->requireRecentProof(*request.principal); !proven)
            return proven.error();
    }
    return std::nullopt;
}

std::optional<Error> Router::Private::checkHost(QByteArrayView authority) const
{
    if (authority.isEmpty() || options.originPolicy.isKnownHost(authority))
        return std::nullopt;
    return Error{.code = ErrorCode::MisdirectedRequest, .message = u"This server does not answer for that host"_s};
}

/** 404, 405, or the answer to OPTIONS, which asks no route. */
Response Router::Private::answerWithoutRoute(const RouteTable::Match &match, const Request &request, Trace &trace) const
{
    if (!takeRate(RateCategory::General, trace))
        return Response::error(rateLimited(*trace.rate), trace.requestId);
    if (request.method == Method::Options && (!match.allowed.isEmpty() || request.path == "*"_L1)) {
        Response response = Response::noContent();
        response.headers.append(QHttpHeaders::WellKnownHeader::Allow, allowValue(match.allowed));
        if (options.originPolicy.isAllowed(trace.origin))
            addPreflightHeaders(response, match.allowed);
        return response;
    }
    if (match.allowed.isEmpty())
        return Response::error(Error::notFound(u"Endpoint"), trace.requestId);
    Response response = Response::error(
        {.code = ErrorCode::MethodNotAllowed, .message = u"This endpoint does not know that method"_s},
        trace.requestId);
    response.headers.append(QHttpHeaders::WellKnownHeader::Allow, allowValue(match.allowed));
    return response;
}

void Router::Private::finish(Response &response, const Trace &trace) const
{
    addSecurityHeaders(response);
    response.headers.append("X-Request-ID", trace.requestId);
    if (trace.rate)
        addRateLimitHeaders(response, *trace.rate);
    addCorsHeaders(response, trace.origin, options.originPolicy);
    if (!options.log)
        return;
    using std::chrono::microseconds;
    options.log->record({.time = Timestamp::now(),
                         .requestId = trace.requestId,
                         .method = trace.method ? methodName(*trace.method) : "-"_L1,
                         .route = trace.route,
                         .status = response.status,
                         .microseconds = std::chrono::duration_cast<microseconds>(Clock::now() - trace.started).count(),
                         .bytes = bodySize(response).value_or(0),
                         .user = trace.user,
                         .client = trace.client});
}

Router::Router(Options options) : d(std::make_unique<Private>())
{
    d->options = std::move(options);
}

Router::~Router() = default;

void Router::add(Route route)
{
    Q_ASSERT(route.handler);
    Q_ASSERT(route.access == Access::Public || d->options.authenticator);
    d->table.add(route.method, route.pattern, static_cast<int>(d->routes.size()));
    d->routes.push_back(std::move(route));
}

const std::vector<Route> &Router::routes() const
{
    return d->routes;
}

QCoro::Task<Response> Router::dispatch(Request request) const
{
    Trace trace;
    trace.method = request.method;
    trace.requestId = d->requestId(request.headers);
    trace.origin = request.header("Origin");
    trace.client = request.clientAddress;
    request.requestId = trace.requestId;

    auto match = d->table.find(request.method, request.path);
    const Route *route = d->route(match);
    Response response;
    if (const auto misdirected = d->checkHost(request.authority)) {
        d->takeRate(RateCategory::General, trace);
        response = Response::error(*misdirected, trace.requestId);
    } else if (!route) {
        response = d->answerWithoutRoute(match, request, trace);
    } else {
        trace.route = route->pattern;
        request.pathParameters = std::move(match.parameters);
        if (const auto refused = d->admit(request, *route, trace)) {
            response = Response::error(*refused, trace.requestId);
        } else {
            auto running = route->handler(std::move(request));
            auto result = co_await running;
            if (result)
                response = std::move(*result);
            else
                response = Response::error(result.error(), trace.requestId);
        }
        if (trace.method == Method::Options && d->options.originPolicy.isAllowed(trace.origin))
            addPreflightHeaders(response, match.allowed);
    }
    d->finish(response, trace);
    co_return response;
}

qint64 Router::bodyLimit(Method method, const QString &path) const
{
    return bodyPlan(method, path).limit;
}

net::BodyPlan Router::bodyPlan(Method method, const QString &path) const
{
    const Route *route = d->route(d->table.find(method, path));
    return route ? net::BodyPlan{route->bodyLimit, route->isStreamed} : net::BodyPlan{kDefaultBodyLimit, false};
}

Result<> Router::checkHost(QByteArrayView authority) const
{
    if (auto misdirected = d->checkHost(authority))
        return fail(std::move(*misdirected));
    return {};
}

Response Router::refuse(const net::Refusal &refusal, const net::RequestHead &head) const
{
    Trace trace;
    trace.method = methodFromName(head.method);
    trace.requestId = d->requestId(head.headers);
    trace.origin = head.header("Origin");
    trace.client = head.clientAddress;
    // What says where it goes is a request, and counts.
    if (!head.path.isEmpty()) {
        const Route *route = trace.method ? d->route(d->table.find(*trace.method, head.path)) : nullptr;
        if (route)
            trace.route = route->pattern;
        d->takeRate(route ? route->rate : RateCategory::General, trace);
    }
    Response response = Response::error(refusal.error, trace.requestId);
    response.status = refusal.status;
    if (refusal.error.code == ErrorCode::MethodNotAllowed)
        response.headers.append(QHttpHeaders::WellKnownHeader::Allow,
                                allowValue(d->table.find(Method::Options, head.path).allowed));
    d->finish(response, trace);
    return response;
}

} // namespace plexi::http
