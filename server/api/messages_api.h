// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/messages_service.h"

namespace plexi::api {

/** /api/v1/messages. */
class MessagesApi
{
public:
    /** @p messages is not owned and outlives this, as this outlives the router. */
    explicit MessagesApi(services::MessagesService &messages) : m_messages(messages) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> page(http::Request request);
    QCoro::Task<Result<http::Response>> get(http::Request request);
    QCoro::Task<Result<http::Response>> thread(http::Request request);
    QCoro::Task<Result<http::Response>> history(http::Request request);
    QCoro::Task<Result<http::Response>> send(http::Request request);
    QCoro::Task<Result<http::Response>> edit(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::MessagesService &m_messages;
};

} // namespace plexi::api
