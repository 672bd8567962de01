// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/sync_service.h"

namespace plexi::api {

/** What changed in all of a person's channels. */
class SyncApi
{
public:
    /** Not owned; outlives this. */
    explicit SyncApi(services::SyncService &sync) : m_sync(sync) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> changes(http::Request request);
    QCoro::Task<Result<http::Response>> unread(http::Request request);

    services::SyncService &m_sync;
};

} // namespace plexi::api
