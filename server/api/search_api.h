// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/file_links.h"
#include "server/services/search_service.h"

namespace plexi::api {

/** Finding messages. */
class SearchApi
{
public:
    /** Neither is owned; both outlive this. */
    SearchApi(services::SearchService &search, const services::FileLinks &links) : m_search(search), m_links(links) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> messages(http::Request request);

    services::SearchService &m_search;
    const services::FileLinks &m_links;
};

} // namespace plexi::api
