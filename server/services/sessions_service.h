// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/services/audit_service.h"
#include "server/store/database.h"
#include "shared/protocol/session.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace plexi::services {

/** A person's own sign-ins: where they are, and ending them. API keys can do neither. Thread-safe. */
class SessionsService
{
public:
    /** The references are not owned and outlive the service. @p clock: for tests. */
    SessionsService(store::Database &database, realtime::EventPublisher &publisher, const AuditService &audit,
                    std::function<Timestamp()> clock = Timestamp::now);

    struct Page {
        QList<protocol::Session> sessions;
        qint64 totalCount = 0;
    };
    /** Those that are good now, the last used first. @p page counts from 1. */
    Result<Page> list(const security::Principal &caller, qint64 page, qint64 limit);

    /** Ends one, also the caller's own, and closes its sockets. NotFound for what is not the caller's. */
    QCoro::Task<Result<>> remove(security::Principal caller, SessionId id);

private:
    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
    const AuditService &m_audit;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
