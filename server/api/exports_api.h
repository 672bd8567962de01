// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/exports_service.h"

namespace plexi::api {

/** A channel as JSON Lines, written while it is sent. */
class ExportsApi
{
public:
    /** Not owned; outlives this. */
    explicit ExportsApi(services::ExportsService &exports) : m_exports(exports) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> open(http::Request request);
    QCoro::Task<Result<http::Response>> openByAdmin(http::Request request);

    services::ExportsService &m_exports;
};

} // namespace plexi::api
