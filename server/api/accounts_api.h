// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/accounts_service.h"

namespace plexi::api {

/** /users for admins and /admin/users: other people's accounts. */
class AccountsApi
{
public:
    /** @p accounts is not owned and outlives this. */
    explicit AccountsApi(services::AccountsService &accounts) : m_accounts(accounts) { }

    void addRoutes(http::Router &router);

private:
    void addListRoutes(http::Router &router);

    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> update(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> resetPassword(http::Request request);

    services::AccountsService &m_accounts;
};

} // namespace plexi::api
