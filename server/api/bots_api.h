// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/bots_service.h"

namespace plexi::api {

/** /bots: programs' accounts and their keys. */
class BotsApi
{
public:
    /** Not owned; outlives this. */
    explicit BotsApi(services::BotsService &bots) : m_bots(bots) { }

    void addRoutes(http::Router &router);

private:
    void addKeyRoutes(http::Router &router);

    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> update(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> listKeys(http::Request request);
    QCoro::Task<Result<http::Response>> createKey(http::Request request);
    QCoro::Task<Result<http::Response>> removeKey(http::Request request);

    services::BotsService &m_bots;
};

} // namespace plexi::api
