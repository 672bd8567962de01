// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/bookmarks_service.h"
#include "server/services/file_links.h"

namespace plexi::api {

/** Messages that people want to find again. */
class BookmarksApi
{
public:
    /** Neither is owned; both outlive this. */
    BookmarksApi(services::BookmarksService &bookmarks, const services::FileLinks &links)
        : m_bookmarks(bookmarks), m_links(links)
    {
    }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> add(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::BookmarksService &m_bookmarks;
    const services::FileLinks &m_links;
};

} // namespace plexi::api
