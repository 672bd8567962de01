// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/sms_factor_service.h"

namespace plexi::api {

/** `/auth/mfa/sms`. */
class SmsFactorApi
{
public:
    /** The services are not owned and outlive this. */
    SmsFactorApi(services::SmsFactorService &factor, services::AuthService &auth) : m_factor(factor), m_auth(auth) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> enrol(http::Request request);
    QCoro::Task<Result<http::Response>> confirm(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> send(http::Request request);

    services::SmsFactorService &m_factor;
    services::AuthService &m_auth;
};

} // namespace plexi::api
