// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/api_keys_service.h"

namespace plexi::api {

/** `/auth/api-keys`. */
class ApiKeysApi
{
public:
    /** Not owned; outlives this. */
    explicit ApiKeysApi(services::ApiKeysService &apiKeys) : m_apiKeys(apiKeys) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::ApiKeysService &m_apiKeys;
};

} // namespace plexi::api
