// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/http/router.h"
#include "server/net/request_sink.h"

#include <QAbstractHttpServer>
#include <QCoro/QCoroTask>
#include <QHttpServerResponder>

#include <memory>
#include <unordered_set>
#include <vector>

namespace plexi::net {
class ConnectionGuard;
class LoopServer;
} // namespace plexi::net

namespace plexi::http {

/**
 * One loop's QHttpServer. It parses what the guard let pass and writes the answers; everything else is the router's.
 * An answer is never written inside handleRequest(): Qt would then look for the next request before the guard has seen
 * it.
 */
class HttpServer final : public QAbstractHttpServer, public net::RequestSink
{
    Q_OBJECT
public:
    /** @p router is not owned and outlives the server. */
    explicit HttpServer(const Router &router);
    ~HttpServer() override;

    /** @p server listens and outlives this object. */
    bool attach(net::LoopServer &server);

    net::BodyPlan plan(const net::RequestHead &head) override;
    std::optional<net::Refusal> checkUpgrade(const net::RequestHead &head) override;
    QByteArray refuse(const net::Refusal &refusal, const net::RequestHead &head) override;
    void stream(std::shared_ptr<net::StreamConnection> connection) override;

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;

private:
    /** A request on its way, and how to answer it. */
    struct Exchange;
    struct Answer;

    QCoro::Task<> serve(Request request, std::shared_ptr<Exchange> exchange);
    QCoro::Task<> serveStream(std::shared_ptr<net::StreamConnection> connection);
    void answer(std::shared_ptr<Exchange> exchange, Response response);
    void write(std::shared_ptr<Exchange> exchange, Response response);
    static void finish(Exchange &exchange);
    void writeWaiting();

    const Router &m_router;
    net::LoopServer *m_server = nullptr;
    std::vector<Answer> m_waiting;
    /** All that have no answer yet: they may outlive the server where it is stopped by force. */
    std::unordered_set<Exchange *> m_exchanges;
    bool m_isHandling = false;
};

} // namespace plexi::http
