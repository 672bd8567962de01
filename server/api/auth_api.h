// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/auth_service.h"

namespace plexi::api {

/** `/auth/login`, its second step `/auth/mfa/verify`, `/auth/logout`, `/auth/refresh`, `/auth/reauthenticate`. */
class AuthApi
{
public:
    /** Not owned; outlives this. */
    explicit AuthApi(services::AuthService &auth) : m_auth(auth) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> login(http::Request request);
    QCoro::Task<Result<http::Response>> verify(http::Request request);
    QCoro::Task<Result<http::Response>> logout(http::Request request);
    QCoro::Task<Result<http::Response>> refresh(http::Request request);
    QCoro::Task<Result<http::Response>> reauthenticate(http::Request request);

    services::AuthService &m_auth;
};

} // namespace plexi::api
