// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/file_links.h"
#include "server/services/pins_service.h"

namespace plexi::api {

/** Messages that a channel keeps in view (contract, section 4). */
class PinsApi
{
public:
    /** Neither is owned; both outlive this. */
    PinsApi(services::PinsService &pins, const services::FileLinks &links) : m_pins(pins), m_links(links) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> add(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);

    services::PinsService &m_pins;
    const services::FileLinks &m_links;
};

} // namespace plexi::api
