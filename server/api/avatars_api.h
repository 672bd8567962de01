// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/avatars_service.h"

namespace plexi::api {

/** People's pictures: PUT and DELETE of one's own, GET of anybody's. */
class AvatarsApi
{
public:
    /** @p avatars is not owned and outlives the routes. */
    explicit AvatarsApi(services::AvatarsService &avatars) : m_avatars(avatars) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> set(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> show(http::Request request);

    services::AvatarsService &m_avatars;
};

} // namespace plexi::api
