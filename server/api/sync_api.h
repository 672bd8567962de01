// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/file_links.h"
#include "server/services/sync_service.h"

namespace plexi::api {

/** What changed in all of a person's channels. */
class SyncApi
{
public:
    /** Neither is owned; both outlive this. */
    SyncApi(services::SyncService &sync, const services::FileLinks &links) : m_sync(sync), m_links(links) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> changes(http::Request request);
    QCoro::Task<Result<http::Response>> unread(http::Request request);

    services::SyncService &m_sync;
    const services::FileLinks &m_links;
};

} // namespace plexi::api
