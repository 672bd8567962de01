// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/second_factors_service.h"

namespace plexi::api {

/** `/auth/mfa` and its parts, but for the second step of signing in; `/admin/users/{id}/mfa`. */
class SecondFactorsApi
{
public:
    /** Not owned; outlives this. */
    explicit SecondFactorsApi(services::SecondFactorsService &factors) : m_factors(factors) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> overview(http::Request request);
    QCoro::Task<Result<http::Response>> enrolTotp(http::Request request);
    QCoro::Task<Result<http::Response>> confirmTotp(http::Request request);
    QCoro::Task<Result<http::Response>> removeTotp(http::Request request);
    QCoro::Task<Result<http::Response>> renewRecoveryCodes(http::Request request);
    QCoro::Task<Result<http::Response>> reset(http::Request request);

    services::SecondFactorsService &m_factors;
};

} // namespace plexi::api
