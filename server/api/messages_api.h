// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/file_links.h"
#include "server/services/messages_service.h"

namespace plexi::api {

/** /api/v1/messages. */
class MessagesApi
{
public:
    /** Neither is owned; both outlive this, as this outlives the router. */
    MessagesApi(services::MessagesService &messages, const services::FileLinks &links)
        : m_messages(messages), m_links(links)
    {
    }

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
    const services::FileLinks &m_links;
};

} // namespace plexi::api
