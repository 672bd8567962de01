// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/store/database.h"

namespace plexi::api {

/** What anybody may ask: is the server well, and which one is it. */
class SystemApi
{
public:
    /** @p database is not owned and outlives this. */
    explicit SystemApi(store::Database &database) : m_database(database) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> health(http::Request request);
    QCoro::Task<Result<http::Response>> version(http::Request request);

    store::Database &m_database;
};

} // namespace plexi::api
