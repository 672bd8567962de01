// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/test_server.h"

#include "server/http/body_stream.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

using http::Request;
using http::Response;
using security::Credential;

QCoro::Task<Result<Response>> hello(Request request)
{
    co_return Response::json({{"path"_L1, request.path}});
}

QCoro::Task<Result<Response>> echo(Request request)
{
    co_return Response{.body = request.body, .contentType = "application/octet-stream"};
}

QCoro::Task<Result<Response>> nothing(Request)
{
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> big(Request)
{
    co_return Response{.body = QByteArray(1 << 20, 'b'), .contentType = "text/plain"};
}

QCoro::Task<Result<Response>> whoAmI(Request request)
{
    co_return Response::json({{"user"_L1, request.caller().userId.toString()},
                              {"address"_L1, request.clientAddress.toString()},
                              {"loopback"_L1, request.isLoopback},
                              {"secure"_L1, request.isSecure}});
}

QCoro::Task<Result<Response>> whereFrom(Request request)
{
    co_return Response::json({{"address"_L1, request.clientAddress.toString()},
                              {"loopback"_L1, request.isLoopback},
                              {"secure"_L1, request.isSecure}});
}

QCoro::Task<Result<Response>> item(Request request)
{
    co_return Response::json({{"id"_L1, request.pathParameter("id"_L1)}});
}

QCoro::Task<Result<Response>> failing(Request)
{
    co_return fail(Error::validation(u"email"_s, u"Invalid email format"_s));
}

QCoro::Task<Result<Response>> waitAtGate(Request request, Gate *gate)
{
    Gate::Waiting waiting{*gate};
    co_await waiting;
    co_return Response::json({{"length"_L1, request.body.size()}});
}

QCoro::Task<Result<Response>> upload(Request request, Gate *gate, std::atomic<qint64> *total)
{
    if (request.header("X-Wait") == "yes") {
        Gate::Waiting waiting{*gate};
        co_await waiting;
    }
    qint64 size = 0;
    while (true) {
        auto reading = request.bodyStream->next();
        const auto part = co_await reading;
        if (!part)
            co_return fail(part.error());
        if (part->isEmpty())
            break;
        size += part->size();
        *total += part->size();
    }
    co_return Response::json({{"size"_L1, size}}, 201);
}

} // namespace

Result<security::Principal> FakeAuthenticator::authenticate(const Credential &credential)
{
    security::Principal principal;
    principal.userId = UserId(1);
    principal.kind = credential.kind;
    if (credential.secret == u"expired"_s)
        return fail({.code = ErrorCode::TokenExpired, .message = u"The token has expired"_s});
    if (credential.secret == u"user-1"_s)
        return principal;
    if (credential.secret == u"reader"_s) {
        principal.mayWrite = false;
        return principal;
    }
    if (credential.secret == u"admin"_s) {
        principal.userId = UserId(2);
        principal.permissions = {u"system.manage"_s};
        return principal;
    }
    return fail({.code = ErrorCode::InvalidToken, .message = u"The token is not valid"_s});
}

void RecordingLog::record(const http::RequestRecord &record)
{
    const QMutexLocker lock(&m_mutex);
    m_records.append(record);
}

QList<http::RequestRecord> RecordingLog::records() const
{
    const QMutexLocker lock(&m_mutex);
    return m_records;
}

TestServer::TestServer(Options options)
    : m_router({.authenticator = &m_authenticator,
                .rateLimiter = options.rateLimiter,
                .log = &m_log,
                .originPolicy = options.originPolicy}),
      m_service(options.service, m_router, options.upgrades)
{
    addRoutes();
    if (options.addMore)
        options.addMore(m_router);
    if (const auto port = m_service.start())
        m_port = *port;
    else
        qWarning("%ls", qUtf16Printable(port.error().message));
}

TestServer::~TestServer() = default;

void TestServer::addRoutes()
{
    using enum http::Method;
    using enum http::Access;
    m_router.add({Get, u"/api/v1/hello"_s, hello, Public});
    m_router.add({.method = Post,
                  .pattern = u"/api/v1/echo"_s,
                  .handler = echo,
                  .access = Public,
                  .changes = true,
                  .bodyLimit = 64LL * 1024});
    m_router.add({Delete, u"/api/v1/nothing"_s, nothing, Public});
    m_router.add({Get, u"/api/v1/big"_s, big, Public});
    m_router.add({Get, u"/api/v1/whoami"_s, whoAmI});
    m_router.add({Get, u"/api/v1/where"_s, whereFrom, Public});
    m_router.add({.method = Put, .pattern = u"/api/v1/whoami"_s, .handler = whoAmI, .changes = true});
    m_router.add({.method = Get,
                  .pattern = u"/api/v1/admin"_s,
                  .handler = whoAmI,
                  .rate = http::RateCategory::Admin,
                  .permission = "system.manage"_L1});
    m_router.add({Get, u"/api/v1/items/{id}"_s, item, Public});
    m_router.add({Get, u"/api/v1/failing"_s, failing, Public});
    m_router.add({Post, u"/api/v1/login"_s, nothing, Public, http::RateCategory::Authentication});
    m_router.add(
        {Post, u"/api/v1/gate"_s, [this](Request request) { return waitAtGate(std::move(request), &m_gate); }, Public});
    m_router.add({.method = Post,
                  .pattern = u"/api/v1/upload"_s,
                  .handler = [this](Request request) { return upload(std::move(request), &m_gate, &m_uploaded); },
                  .access = Public,
                  .bodyLimit = 16 << 20,
                  .isStreamed = true});
}

} // namespace plexi::test
