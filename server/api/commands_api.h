// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/commands_service.h"

namespace plexi::api {

/** What may be written after a slash. */
class CommandsApi
{
public:
    /** Not owned; outlives this. */
    explicit CommandsApi(services::CommandsService &commands) : m_commands(commands) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> run(http::Request request);

    services::CommandsService &m_commands;
};

} // namespace plexi::api
