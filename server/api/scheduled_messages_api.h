// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/scheduled_messages_service.h"

namespace plexi::api {

/** Messages that are sent later. */
class ScheduledMessagesApi
{
public:
    /** Not owned; outlives this. */
    explicit ScheduledMessagesApi(services::ScheduledMessagesService &scheduled) : m_scheduled(scheduled) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> show(http::Request request);
    QCoro::Task<Result<http::Response>> change(http::Request request);
    QCoro::Task<Result<http::Response>> cancel(http::Request request);

    services::ScheduledMessagesService &m_scheduled;
};

} // namespace plexi::api
