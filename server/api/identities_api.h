// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/identities_service.h"

#include <QUrl>

namespace plexi::api {

/** Signing in at OpenID providers, and the identities of those who are signed in. */
class IdentitiesApi
{
public:
    /** @p identities is not owned. @p publicUrl: empty where providers send people back to the address they came to. */
    IdentitiesApi(services::IdentitiesService &identities, const QUrl &publicUrl);

    void addRoutes(http::Router &router);

private:
    void addSignInRoutes(http::Router &router);

    QCoro::Task<Result<http::Response>> providers(http::Request request);
    QCoro::Task<Result<http::Response>> start(http::Request request);
    QCoro::Task<Result<http::Response>> callback(http::Request request);
    QCoro::Task<Result<http::Response>> exchange(http::Request request);
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> link(http::Request request);
    QCoro::Task<Result<http::Response>> unlink(http::Request request);

    services::IdentitiesService &m_identities;
    const QString m_publicUrl;
};

} // namespace plexi::api
