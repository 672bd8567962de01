// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/http_server.h"

#include "server/http/answer_headers.h"
#include "server/http/answer_writer.h"
#include "server/http/body_stream.h"
#include "server/net/answer_stream.h"
#include "server/net/connection_guard.h"
#include "server/net/loop_server.h"
#include "server/net/stream_connection.h"

#include <QHttpServerRequest>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::http {

namespace {

Persistence persistenceOf(const net::ConnectionGuard &guard)
{
    if (guard.closesAfterAnswer())
        return Persistence::Close;
    return guard.mustSayKeepAlive() ? Persistence::SayKeepAlive : Persistence::Keep;
}

Framing framingFor(int minorVersion)
{
    return minorVersion == 0 ? Framing::UntilClose : Framing::Chunks;
}

QCoro::Task<Result<QByteArray>> readWhole(std::shared_ptr<net::StreamConnection> connection)
{
    BodyStream body(connection);
    QByteArray whole;
    while (true) {
        auto reading = body.next();
        const auto part = co_await reading;
        if (!part)
            co_return fail(part.error());
        if (part->isEmpty())
            co_return whole;
        whole += *part;
    }
}

} // namespace

struct HttpServer::Exchange {
    HttpServer *server;
    /** Nothing once it is answered, or the server has gone: a responder must not outlive that. */
    std::optional<QHttpServerResponder> responder;
    QPointer<net::ConnectionGuard> guard;
    bool isHead = false;

    Exchange(HttpServer &owner, QHttpServerResponder asked, net::ConnectionGuard *from, bool asksForHead)
        : server(&owner), responder(std::move(asked)), guard(from), isHead(asksForHead)
    {
        server->m_exchanges.insert(this);
    }
    ~Exchange()
    {
        if (server)
            server->m_exchanges.erase(this);
    }
    Q_DISABLE_COPY_MOVE(Exchange)
};

struct HttpServer::Answer {
    std::shared_ptr<Exchange> exchange;
    Response response;
};

HttpServer::HttpServer(const Router &router) : m_router(router) { }

HttpServer::~HttpServer()
{
    m_waiting.clear();
    for (Exchange *exchange : std::exchange(m_exchanges, {})) {
        exchange->responder.reset();
        exchange->server = nullptr;
    }
}

bool HttpServer::attach(net::LoopServer &server)
{
    m_server = &server;
    if (!bind(&server))
        return false;
    // Qt makes it our child; it must outlive the connections, which are our children too.
    server.setParent(nullptr);
    return true;
}

net::BodyPlan HttpServer::plan(const net::RequestHead &head)
{
    return m_router.bodyPlan(methodFromName(head.method).value_or(Method::Get), head.path);
}

std::optional<net::Refusal> HttpServer::checkUpgrade(const net::RequestHead &head)
{
    if (auto known = m_router.checkHost(head.authority); !known)
        return net::Refusal{httpStatus(known.error().code), known.error()};
    return std::nullopt;
}

QByteArray HttpServer::refuse(const net::Refusal &refusal, const net::RequestHead &head)
{
    return serialize(m_router.refuse(refusal, head), head.method != "HEAD", Persistence::Close);
}

void HttpServer::stream(std::shared_ptr<net::StreamConnection> connection)
{
    serveStream(std::move(connection));
}

QCoro::Task<> HttpServer::serveStream(std::shared_ptr<net::StreamConnection> connection)
{
    // Behind a suspension nothing of `this` may be used: where the server did not wait for us, it is gone.
    const Router &router = m_router;
    const net::RequestHead head = connection->head();
    const bool isHead = head.method == "HEAD";
    Request request = Request::fromHead(head, {});
    if (plan(head).isStreamed) {
        request.bodyStream = std::make_shared<BodyStream>(connection);
    } else {
        auto reading = readWhole(connection);
        auto body = co_await reading;
        if (!body) {
            if (connection->isConnected())
                connection->answer(serialize(router.refuse(*connection->failure(), head), !isHead, Persistence::Close));
            co_return;
        }
        request.body = std::move(*body);
    }
    auto dispatching = router.dispatch(std::move(request));
    const Response response = co_await dispatching;
    if (response.source && !isHead) {
        if (auto stream = connection->takeForAnswer())
            sendAnswer(std::move(stream), response, framingFor(head.minorVersion));
    } else {
        connection->answer(serialize(response, !isHead, Persistence::Close));
    }
}

bool HttpServer::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    net::ConnectionGuard *guard = m_server->takePassing();
    if (!guard) {
        qCritical("a request came past the connection guard");
        responder.write(QHttpServerResponder::StatusCode::InternalServerError);
        return true;
    }
    net::RequestHead head = guard->takeHead();
    QByteArray body = request.body();
    auto exchange = std::make_shared<Exchange>(*this, std::move(responder), guard, head.method == "HEAD");

    m_isHandling = true;
    if (body.size() == head.contentLength) {
        serve(Request::fromHead(std::move(head), std::move(body)), std::move(exchange));
    } else {
        // The guard and QHttpServer disagree about where the request ends: nothing behind it can be trusted.
        guard->closeAfterAnswer();
        const net::Refusal refusal{400, {.code = ErrorCode::BadRequest, .message = u"The request is malformed"_s}};
        answer(std::move(exchange), m_router.refuse(refusal, head));
    }
    m_isHandling = false;
    return true;
}

void HttpServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    // Only for upgrades that the guard did not take, and it takes or refuses all.
    responder.write(QHttpServerResponder::StatusCode::NotFound);
}

QCoro::Task<> HttpServer::serve(Request request, std::shared_ptr<Exchange> exchange)
{
    auto dispatching = m_router.dispatch(std::move(request));
    Response response = co_await dispatching;
    // Not `this`: where the server did not wait for us, it is gone.
    if (HttpServer *server = exchange->server)
        server->answer(std::move(exchange), std::move(response));
}

void HttpServer::answer(std::shared_ptr<Exchange> exchange, Response response)
{
    if (!m_isHandling) {
        write(std::move(exchange), std::move(response));
        return;
    }
    if (m_waiting.empty())
        QMetaObject::invokeMethod(this, &HttpServer::writeWaiting, Qt::QueuedConnection);
    m_waiting.push_back({std::move(exchange), std::move(response)});
}

void HttpServer::writeWaiting()
{
    for (Answer &answer : std::exchange(m_waiting, {}))
        write(std::move(answer.exchange), std::move(answer.response));
}

/**
 * The whole answer in one piece, past the responder: that writes each name, colon and value on its own, which costs as
 * much as everything else about a small answer.
 */
void HttpServer::write(std::shared_ptr<Exchange> exchange, Response response)
{
    if (!exchange->guard || !exchange->guard->isConnected())
        return;
    net::ConnectionGuard &guard = *exchange->guard;
    if (response.source && !exchange->isHead) {
        exchange->responder.reset();
        const Framing framing = framingFor(guard.minorVersion());
        sendAnswer(guard.takeForAnswer(), std::move(response), framing);
        return;
    }
    guard.write(serialize(response, !exchange->isHead, persistenceOf(guard)));
    guard.whenWritten([exchange = std::move(exchange)] { finish(*exchange); });
}

/** With the responder, QHttpServer's part in the request ends, and the guard may do with the socket as it likes. */
void HttpServer::finish(Exchange &exchange)
{
    exchange.responder.reset();
    if (exchange.guard)
        exchange.guard->answered();
}

} // namespace plexi::http
