// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/webhooks_service.h"

namespace plexi::api {

/** Webhooks that tell other servers of events, and the log of what was sent. */
class WebhooksApi
{
public:
    /** Not owned; outlives this. */
    explicit WebhooksApi(services::WebhooksService &webhooks) : m_webhooks(webhooks) { }

    void addRoutes(http::Router &router);

private:
    void addOneRoutes(http::Router &router);
    void addDeliveryRoutes(http::Router &router);

    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> get(http::Request request);
    QCoro::Task<Result<http::Response>> update(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> deliveries(http::Request request);
    QCoro::Task<Result<http::Response>> sendAgain(http::Request request);

    services::WebhooksService &m_webhooks;
};

} // namespace plexi::api
