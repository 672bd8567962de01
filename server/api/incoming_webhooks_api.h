// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/incoming_webhooks_service.h"

namespace plexi::api {

/** Webhooks that post into a channel: their management, and the addresses themselves. */
class IncomingWebhooksApi
{
public:
    /** Not owned; outlives this. */
    explicit IncomingWebhooksApi(services::IncomingWebhooksService &webhooks) : m_webhooks(webhooks) { }

    void addRoutes(http::Router &router);

private:
    void addChangeRoutes(http::Router &router);

    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> rename(http::Request request);
    QCoro::Task<Result<http::Response>> renewToken(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> post(http::Request request);

    services::IncomingWebhooksService &m_webhooks;
};

} // namespace plexi::api
