// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/retention_service.h"

namespace plexi::api {

/** How long a channel's messages stay. */
class RetentionApi
{
public:
    /** Not owned; outlives this. */
    explicit RetentionApi(services::RetentionService &retention) : m_retention(retention) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> setDays(http::Request request);

    services::RetentionService &m_retention;
};

} // namespace plexi::api
