// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/users_service.h"

namespace plexi::api {

/** `/users/me`, `/users/{user_id}`, `/users/search`. */
class UsersApi
{
public:
    /** Not owned; outlives this. */
    explicit UsersApi(services::UsersService &users) : m_users(users) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> ownProfile(http::Request request);
    QCoro::Task<Result<http::Response>> updateProfile(http::Request request);
    QCoro::Task<Result<http::Response>> profile(http::Request request);
    QCoro::Task<Result<http::Response>> search(http::Request request);

    services::UsersService &m_users;
};

} // namespace plexi::api
