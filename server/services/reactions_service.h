// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/store/database.h"
#include "shared/protocol/message.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/**
 * Emoji under messages (contract, section 4). Thread-safe. Coroutines need an event loop on the calling thread and resume
 * there, once the change is on disk.
 *
 * Each change gives the message its channel's next seq and is told to who listens; what changes nothing does neither.
 *
 * Errors: ValidationError for what is neither one emoji nor a name such as ":party_parrot:", NotFound for what the caller
 * may not see and for deleted messages, InsufficientPermissions where the caller is no member, Conflict past kMaxEmoji.
 */
class ReactionsService
{
public:
    /** Different emoji under one message. */
    static constexpr qsizetype kMaxEmoji = 50;

    /** Neither is owned; both outlive the service. */
    ReactionsService(store::Database &database, realtime::EventPublisher &publisher);

    /** The caller's own; the answer is the message. */
    QCoro::Task<Result<protocol::Message>> add(security::Principal caller, MessageId message, QString emoji);
    QCoro::Task<Result<>> remove(security::Principal caller, MessageId message, QString emoji);

private:
    Result<protocol::Message> insert(store::WriteTransaction &transaction, const security::Principal &caller,
                                     MessageId message, const QString &emoji);
    Result<> erase(store::WriteTransaction &transaction, const security::Principal &caller, MessageId message,
                   const QString &emoji);
    void publish(store::WriteTransaction &transaction, protocol::ReactionChanged change);

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
};

} // namespace plexi::services
