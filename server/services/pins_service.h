// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/store/database.h"
#include "shared/protocol/message.h"
#include "shared/protocol/pagination.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace plexi::services {

/**
 * Messages that a channel keeps in view (contract, section 4). Any member pins and unpins. Thread-safe. Coroutines need an
 * event loop on the calling thread and resume there, once the change is on disk. Seq, events and errors as ReactionsService
 * has them; Conflict past kMaxPins.
 */
class PinsService
{
public:
    /** In one channel. */
    static constexpr qint64 kMaxPins = 100;

    /** Neither is owned; both outlive the service. */
    PinsService(store::Database &database, realtime::EventPublisher &publisher);

    /** The channel's pinned messages below @p before, newest message first, for everybody who may read it. */
    Result<protocol::MessagePage> list(security::Principal caller, QString channel, std::optional<MessageId> before,
                                       qint64 limit);

    /** The answer is the message. */
    QCoro::Task<Result<protocol::Message>> add(security::Principal caller, MessageId message);
    QCoro::Task<Result<>> remove(security::Principal caller, MessageId message);

private:
    /** Pins (true) or unpins; the message afterwards. */
    Result<protocol::Message> change(store::WriteTransaction &transaction, const security::Principal &caller,
                                     MessageId message, bool isPinned);

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
};

} // namespace plexi::services
