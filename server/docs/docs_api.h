// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/docs/docs_assets.h"
#include "server/http/router.h"

#include <mutex>

namespace plexi::docs {

/**
 * What the server says of its own API: `/openapi.json`, and the same to read and try as `/docs` (Swagger UI) and `/redoc`
 * (ReDoc), which load nothing from elsewhere. Used by all loops at once.
 */
class DocsApi
{
public:
    /** @p router is not owned and outlives this; what it has when the first request comes is what is described. */
    explicit DocsApi(const http::Router &router) : m_router(router) { }

    void addRoutes(http::Router &router);

private:
    /** Made at the first request, since few servers are ever asked. */
    struct Made {
        explicit Made(const std::vector<http::Route> &routes);

        DocsAssets assets;
        QByteArray document;
        QByteArray swagger;
        QByteArray redoc;
    };

    QCoro::Task<Result<http::Response>> document(http::Request request);
    QCoro::Task<Result<http::Response>> swagger(http::Request request);
    QCoro::Task<Result<http::Response>> redoc(http::Request request);
    QCoro::Task<Result<http::Response>> asset(http::Request request);

    const Made &made();

    const http::Router &m_router;
    std::once_flag m_isMade;
    std::optional<Made> m_made;
};

} // namespace plexi::docs
