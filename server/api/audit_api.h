// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/audit_service.h"

namespace plexi::api {

/** GET /admin/audit. */
class AuditApi
{
public:
    /** @p audit is not owned and outlives this. */
    explicit AuditApi(const services::AuditService &audit) : m_audit(audit) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);

    const services::AuditService &m_audit;
};

} // namespace plexi::api
