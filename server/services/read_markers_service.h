// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/store/database.h"
#include "shared/protocol/channel.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/**
 * How far people have read. A marker stands on a message outside threads: at first on the channel's newest when its person
 * joined; posting moves it to one's own message; setting it moves it forth and back ("mark as unread"). Thread-safe.
 */
class ReadMarkersService
{
public:
    /** Neither is owned; both outlive the service. */
    ReadMarkersService(store::Database &database, realtime::EventPublisher &publisher);

    /**
     * Moves the caller's marker to @p message, or, where that is a reply in a thread, to the newest message outside threads
     * before it. The person's own sockets hear of it; others do not. NotFound for a channel that the caller may not see and
     * for a message that is not in it; InsufficientPermissions for who is no member.
     */
    QCoro::Task<Result<protocol::Channel>> moveTo(security::Principal caller, QString channel, MessageId message);

    /** Moves the caller's marker to just before @p message: it and what follows is unread. Else as moveTo(). */
    QCoro::Task<Result<protocol::Channel>> moveBefore(security::Principal caller, QString channel, MessageId message);

private:
    enum class Place { On, Before };
    Result<protocol::Channel> move(store::WriteTransaction &transaction, const security::Principal &caller,
                                   const QString &channel, MessageId message, Place place);

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
};

} // namespace plexi::services
