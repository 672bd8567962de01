// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/search_service.h"

namespace plexi::api {

/** Finding messages. */
class SearchApi
{
public:
    /** Not owned; outlives this. */
    explicit SearchApi(services::SearchService &search) : m_search(search) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> messages(http::Request request);

    services::SearchService &m_search;
};

} // namespace plexi::api
