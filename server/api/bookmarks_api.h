// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/bookmarks_service.h"

namespace plexi::api {

/** Messages that people want to find again. */
class BookmarksApi
{
public:
    /** Not owned; outlives this. */
    explicit BookmarksApi(services::BookmarksService &bookmarks) : m_bookmarks(bookmarks) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> add(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::BookmarksService &m_bookmarks;
};

} // namespace plexi::api
