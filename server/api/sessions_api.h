// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/passwords_service.h"
#include "server/services/sessions_service.h"

namespace plexi::api {

/** /auth/sessions and /auth/password: what a person does about their own sign-ins. */
class SessionsApi
{
public:
    /** The services are not owned and outlive this. */
    SessionsApi(services::SessionsService &sessions, services::PasswordsService &passwords)
        : m_sessions(sessions), m_passwords(passwords)
    {
    }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> changePassword(http::Request request);

    services::SessionsService &m_sessions;
    services::PasswordsService &m_passwords;
};

} // namespace plexi::api
