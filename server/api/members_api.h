// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/members_service.h"
#include "server/services/read_markers_service.h"

namespace plexi::api {

/** Under /api/v1/channels/{id}: who is in it, and what each member keeps there (read marker, notifications). */
class MembersApi
{
public:
    /** Neither is owned; both outlive this, as this outlives the router. */
    MembersApi(services::MembersService &members, services::ReadMarkersService &readMarkers)
        : m_members(members), m_readMarkers(readMarkers)
    {
    }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> join(http::Request request);
    QCoro::Task<Result<http::Response>> leave(http::Request request);
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> add(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> setRole(http::Request request);
    QCoro::Task<Result<http::Response>> markRead(http::Request request);
    QCoro::Task<Result<http::Response>> markUnread(http::Request request);
    QCoro::Task<Result<http::Response>> setNotifications(http::Request request);

    services::MembersService &m_members;
    services::ReadMarkersService &m_readMarkers;
};

} // namespace plexi::api
