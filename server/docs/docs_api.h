// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

#include <mutex>

namespace plexi::docs {

/** What the server says of its own API: `/openapi.json`. Used by all loops at once. */
class DocsApi
{
public:
    /** @p router is not owned and outlives this; what it has when the first request comes is what is described. */
    explicit DocsApi(const http::Router &router) : m_router(router) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> document(http::Request request);

    const http::Router &m_router;
    std::once_flag m_isMade;
    QByteArray m_document;
    QByteArray m_documentTag;
};

} // namespace plexi::docs
