// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/invites_service.h"

namespace plexi::api {

/** `/invites`. */
class InvitesApi
{
public:
    /** Not owned; outlives this. */
    explicit InvitesApi(services::InvitesService &invites) : m_invites(invites) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::InvitesService &m_invites;
};

} // namespace plexi::api
