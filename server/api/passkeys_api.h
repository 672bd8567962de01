// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/passkeys_service.h"

namespace plexi::api {

/** `/auth/passkeys`. */
class PasskeysApi
{
public:
    /** Not owned; outlives this. */
    explicit PasskeysApi(services::PasskeysService &passkeys) : m_passkeys(passkeys) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> creationOptions(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> requestOptions(http::Request request);
    QCoro::Task<Result<http::Response>> signIn(http::Request request);

    services::PasskeysService &m_passkeys;
};

} // namespace plexi::api
