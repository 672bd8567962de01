// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/channels_service.h"

namespace plexi::api {

/** /api/v1/channels: making, listing, changing and deleting channels. */
class ChannelsApi
{
public:
    /** @p channels is not owned and outlives this, as this outlives the router. */
    explicit ChannelsApi(services::ChannelsService &channels) : m_channels(channels) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> openDirect(http::Request request);
    QCoro::Task<Result<http::Response>> get(http::Request request);
    QCoro::Task<Result<http::Response>> update(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> archive(http::Request request);
    QCoro::Task<Result<http::Response>> unarchive(http::Request request);

    services::ChannelsService &m_channels;
};

} // namespace plexi::api
