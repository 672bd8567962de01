// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/sessions_service.h"

#include "server/services/client_name.h"
#include "server/store/sessions_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace sessions = store::sessions;
using security::Principal;
using store::WriteTransaction;

namespace {

std::unexpected<Error> noSessionOfAKey()
{
    return fail(Error::forbidden(u"API keys cannot do this"_s));
}

} // namespace

SessionsService::SessionsService(store::Database &database, realtime::EventPublisher &publisher,
                                 const AuditService &audit, std::function<Timestamp()> clock)
    : m_database(database), m_publisher(publisher), m_audit(audit), m_clock(std::move(clock))
{
}

Result<SessionsService::Page> SessionsService::list(const Principal &caller, qint64 page, qint64 limit)
{
    if (!caller.sessionId)
        return noSessionOfAKey();
    const Timestamp now = m_clock();
    const auto count = sessions::count(m_database.reader(), caller.userId, now);
    if (!count)
        return fail(count.error());
    const auto rows = sessions::list(m_database.reader(), caller.userId, now, limit, (page - 1) * limit);
    if (!rows)
        return fail(rows.error());
    Page found{.sessions = {}, .totalCount = *count};
    for (const sessions::Row &row : *rows) {
        found.sessions.append({.id = row.id,
                               .address = row.clientAddress,
                               .client = clientName(row.userAgent),
                               .userAgent = row.userAgent,
                               .createdAt = row.createdAt,
                               .lastUsedAt = row.lastUsedAt,
                               .expiresAt = row.expiresAt,
                               .isCurrent = row.id == *caller.sessionId});
    }
    return found;
}

QCoro::Task<Result<>> SessionsService::remove(Principal caller, SessionId id)
{
    if (!caller.sessionId)
        co_return noSessionOfAKey();
    auto job = [this, id, owner = caller.userId,
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<> {
        const auto row = sessions::find(transaction.connection(), id);
        if (!row)
            return fail(row.error());
        if (!*row || (*row)->userId != owner)
            return fail(Error::notFound(u"Session"));
        if (const auto removed = sessions::remove(transaction.connection(), id); !removed)
            return fail(removed.error());
        if (auto told = m_audit.record(transaction, origin, audit_action::kSessionEnded, id); !told)
            return told;
        transaction.afterCommit([this, id] { m_publisher.endSession(id); });
        return {};
    };
    Result<> removed = co_await m_database.write(std::move(job));
    co_return removed;
}

} // namespace plexi::services
