// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/registration_service.h"

namespace plexi::api {

/** `/auth/register`. */
class RegistrationApi
{
public:
    /** Not owned; outlives this. */
    explicit RegistrationApi(services::RegistrationService &registration) : m_registration(registration) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> signUp(http::Request request);

    services::RegistrationService &m_registration;
};

} // namespace plexi::api
