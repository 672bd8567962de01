// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/password_hasher.h"
#include "server/security/principal.h"
#include "server/services/auth_service.h"
#include "server/services/initial_admin_password.h"
#include "server/store/database.h"
#include "shared/protocol/session.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/** Changing passwords over the API. Thread-safe. Coroutines need an event loop on the calling thread. */
class PasswordsService
{
public:
    /** The references are not owned and outlive the service. */
    PasswordsService(store::Database &database, security::PasswordHasher &hasher, AuthService &auth,
                     realtime::EventPublisher &publisher, const AuditService &audit, const QString &dataDirectory);

    /**
     * The caller's own; ends their other sessions and tells how many. InvalidCredentials for a wrong current password,
     * RateLimitExceeded after many; ValidationError for a new one that is no good. API keys cannot.
     */
    QCoro::Task<Result<qint64>> change(security::Principal caller, protocol::PasswordChange change,
                                       QHostAddress address);

private:
    store::Database &m_database;
    security::PasswordHasher &m_hasher;
    AuthService &m_auth;
    realtime::EventPublisher &m_publisher;
    const AuditService &m_audit;
    InitialAdminPassword m_initialPassword;
};

} // namespace plexi::services
