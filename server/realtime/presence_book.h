// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/event.h"

#include <QHash>

#include <array>
#include <mutex>
#include <optional>

namespace plexi::realtime {

/**
 * Who is there, over all loops. Thread-safe.
 *
 * The devices of a person are merged into one status: `dnd` where any device says so (a wish that concerns the person),
 * else `online` where any is, else `away`. When the last socket closed, the person keeps that status until lapse(), and
 * a socket that comes within that time takes it over: so a reconnect changes nothing for anybody.
 */
class PresenceBook
{
public:
    /** A socket signed in; the status it starts with. */
    protocol::PresenceStatus enter(UserId user);
    void change(UserId user, protocol::PresenceStatus from, protocol::PresenceStatus to);
    /** A socket closed. Where it was the person's last: a ticket for lapse(). */
    std::optional<quint64> leave(UserId user, protocol::PresenceStatus status, Timestamp now);
    /** Nobody came back since @p ticket was given: the person is offline, last seen at the returned moment. */
    std::optional<Timestamp> lapse(UserId user, quint64 ticket);

    protocol::PresenceStatus status(UserId user) const;
    /** What is seen now; last_seen is null for somebody who was not here since the server started. */
    protocol::PresenceChanged current(UserId user) const;
    /**
     * The change that others have not been told of yet, once. Callers publish it before they let others ask, so that
     * the last one published is the last one that happened.
     */
    std::optional<protocol::PresenceChanged> takeUnannounced(UserId user);

private:
    struct Person {
        /** Sockets by status; Offline's place stays 0. */
        std::array<int, 4> sockets{};
        protocol::PresenceStatus visible = protocol::PresenceStatus::Offline;
        protocol::PresenceStatus announced = protocol::PresenceStatus::Offline;
        quint64 ticket = 0;
        std::optional<Timestamp> lastSeen;

        int &count(protocol::PresenceStatus status) { return sockets[static_cast<std::size_t>(status)]; }
        bool isEmpty() const;
        void merge();
    };

    mutable std::mutex m_mutex;
    QHash<UserId, Person> m_people;
};

} // namespace plexi::realtime
