// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/reactions_service.h"

namespace plexi::api {

/** Emoji under messages (contract, section 4). */
class ReactionsApi
{
public:
    /** Not owned; outlives this. */
    explicit ReactionsApi(services::ReactionsService &reactions) : m_reactions(reactions) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> add(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::ReactionsService &m_reactions;
};

} // namespace plexi::api
