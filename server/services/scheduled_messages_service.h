// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/services/messages_service.h"
#include "server/services/scheduler.h"
#include "server/store/database.h"
#include "shared/protocol/scheduled_message.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/**
 * Messages that are sent later. One becomes a message, exactly once, at its time or, where the server was down, at its next
 * start: in one transaction the message is posted and the waiting one removed. Whether the author may post is decided at
 * that moment; where not, it stays, with the reason, until the author changes or removes it. Thread-safe. Coroutines need an
 * event loop on the calling thread and resume there, once the change is on disk.
 *
 * Errors: NotFound for what the caller may not see or did not write, InsufficientPermissions where the caller is no member,
 * ValidationError for a time that is past or too far away, Conflict past kMaxWaiting.
 */
class ScheduledMessagesService
{
public:
    /** Of one person, failed ones included. */
    static constexpr qint64 kMaxWaiting = 500;
    static constexpr qint64 kMaxDaysAhead = 366;

    /** The references are not owned and outlive the service. */
    ScheduledMessagesService(store::Database &database, MessagesService &messages, Scheduler &scheduler);

    struct Page {
        QList<protocol::ScheduledMessage> scheduled;
        qint64 totalCount = 0;
    };
    /** The caller's own, by time. @p page counts from 1. */
    Result<Page> list(security::Principal caller, qint64 page, qint64 limit);
    Result<protocol::ScheduledMessage> get(security::Principal caller, ScheduledId id);

    struct Scheduled {
        protocol::ScheduledMessage scheduled;
        /** False where one with this client_message_id waits already: then it is that one. */
        bool isNew = true;
    };
    QCoro::Task<Result<Scheduled>> create(security::Principal caller, protocol::NewScheduled draft);
    /** A new time makes one that failed wait again. */
    QCoro::Task<Result<protocol::ScheduledMessage>> change(security::Principal caller, ScheduledId id,
                                                           protocol::ScheduledChange change);
    QCoro::Task<Result<>> cancel(security::Principal caller, ScheduledId id);

    /** Sends the next that is due; the scheduler's task. */
    std::optional<Timestamp> sendDue();

private:
    Result<Scheduled> insert(store::WriteTransaction &transaction, const security::Principal &caller,
                             const protocol::NewScheduled &draft);
    Result<protocol::ScheduledMessage> applyChange(store::WriteTransaction &transaction, UserId caller, ScheduledId id,
                                                   const protocol::ScheduledChange &change);
    /** False where the database is not to be had at the moment. */
    bool send(ScheduledId id);
    Result<> post(store::WriteTransaction &transaction, ScheduledId id);

    store::Database &m_database;
    MessagesService &m_messages;
    Scheduler &m_scheduler;
};

} // namespace plexi::services
