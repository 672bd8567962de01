// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/services/audit_service.h"
#include "server/store/database.h"
#include "server/store/invites_store.h"
#include "shared/protocol/invite.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace plexi::services {

/**
 * Codes with which newcomers make their account. Each is good for as long as its maker is there and may invite. Members
 * see their own; who may make accounts sees everybody's. Thread-safe. Coroutines need an event loop on the calling thread
 * and resume there.
 */
class InvitesService
{
public:
    static constexpr qint64 kMaxInvitesPerPerson = 100;

    /** The references are not owned and outlive the service. */
    InvitesService(store::Database &database, const AuditService &audit,
                   std::function<Timestamp()> clock = Timestamp::now);

    /**
     * ValidationError for a time that is over or more than a year away; InsufficientPermissions where the caller may not
     * invite; Conflict for too many that are still good.
     */
    QCoro::Task<Result<protocol::Invite>> create(security::Principal caller, protocol::NewInvite request);

    struct Page {
        QList<protocol::Invite> invites;
        qint64 totalCount = 0;
    };
    /** Newest first. @p page counts from 1. */
    Result<Page> list(const security::Principal &caller, qint64 page, qint64 limit);

    /** NotFound for what the caller does not see. */
    QCoro::Task<Result<>> remove(security::Principal caller, QString code);

    /** Whether @p code lets somebody in at this moment. ValidationError of `invite_code`, whatever is wrong with it. */
    Result<store::invites::Row> usable(store::Connection &connection, const QString &code) const;

    /** Takes one use of what is usable() in the same transaction, which made @p newcomer. */
    Result<> use(store::WriteTransaction &transaction, InviteId invite, UserId newcomer,
                 const QHostAddress &address) const;

private:
    protocol::Invite shown(const store::invites::Row &row) const;
    Result<Timestamp> end(const protocol::NewInvite &request, Timestamp now) const;

    store::Database &m_database;
    const AuditService &m_audit;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
