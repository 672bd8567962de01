// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/file_links.h"
#include "server/services/reactions_service.h"

namespace plexi::api {

/** Emoji under messages (contract, section 4). */
class ReactionsApi
{
public:
    /** Neither is owned; both outlive this. */
    ReactionsApi(services::ReactionsService &reactions, const services::FileLinks &links)
        : m_reactions(reactions), m_links(links)
    {
    }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> add(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::ReactionsService &m_reactions;
    const services::FileLinks &m_links;
};

} // namespace plexi::api
