// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/favorites_service.h"

namespace plexi::api {

/** Which channels people want at the top. */
class FavoritesApi
{
public:
    /** Not owned; outlives this. */
    explicit FavoritesApi(services::FavoritesService &favorites) : m_favorites(favorites) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> place(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::FavoritesService &m_favorites;
};

} // namespace plexi::api
