// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/services/auth_service.h"
#include "server/store/database.h"
#include "shared/protocol/session.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/** People's own API keys. Thread-safe. Coroutines need an event loop on the calling thread and resume there. */
class ApiKeysService
{
public:
    /** The references are not owned and outlive the service. */
    ApiKeysService(store::Database &database, realtime::EventPublisher &publisher, AuthService &auth,
                   const AuditService &audit, std::function<Timestamp()> clock = Timestamp::now);

    static constexpr qint64 kMaxKeysPerPerson = 100;

    /**
     * The one answer that holds the key itself. Needs a recent proof of who the caller is; InsufficientPermissions for
     * a scope whose rights the caller lacks, Conflict for too many keys.
     */
    QCoro::Task<Result<protocol::ApiKey>> create(security::Principal caller, protocol::NewApiKey request);

    /** Newest first. */
    Result<QList<protocol::ApiKey>> list(const security::Principal &caller) { return listOf(caller.userId); }

    /** Closes the key's sockets too. NotFound where the caller has no such key; API keys cannot do it. */
    QCoro::Task<Result<>> remove(security::Principal caller, ApiKeyId id);

    /** Whether the caller may do this to somebody else's keys; asked in the transaction that does it. */
    using Admission = std::function<Result<>(store::Connection &connection)>;

    /** The same for the keys of @p holder, such as a bot of the caller's. */
    QCoro::Task<Result<protocol::ApiKey>> createFor(security::Principal caller, UserId holder, Admission admission,
                                                    protocol::NewApiKey request);
    /** Who may see them was decided before. */
    Result<QList<protocol::ApiKey>> listOf(UserId holder);
    QCoro::Task<Result<>> removeOf(security::Principal caller, UserId holder, Admission admission, ApiKeyId id);

private:
    protocol::ApiKey shown(const store::api_keys::Row &row) const;

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
    AuthService &m_auth;
    const AuditService &m_audit;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
