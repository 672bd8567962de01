// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/presence_book.h"

#include <algorithm>

namespace plexi::realtime {

using protocol::PresenceStatus;

bool PresenceBook::Person::isEmpty() const
{
    return std::ranges::all_of(sockets, [](int count) { return count == 0; });
}

void PresenceBook::Person::merge()
{
    for (const PresenceStatus status : {PresenceStatus::Dnd, PresenceStatus::Online, PresenceStatus::Away}) {
        if (count(status) > 0) {
            visible = status;
            return;
        }
    }
}

PresenceStatus PresenceBook::enter(UserId user)
{
    const std::lock_guard lock(m_mutex);
    Person &person = m_people[user];
    const bool isBack = person.isEmpty() && person.visible != PresenceStatus::Offline;
    const PresenceStatus status = isBack ? person.visible : PresenceStatus::Online;
    ++person.count(status);
    ++person.ticket;
    person.lastSeen = Timestamp::now();
    person.merge();
    return status;
}

void PresenceBook::change(UserId user, PresenceStatus from, PresenceStatus to)
{
    const std::lock_guard lock(m_mutex);
    Person &person = m_people[user];
    --person.count(from);
    ++person.count(to);
    person.lastSeen = Timestamp::now();
    person.merge();
}

std::optional<quint64> PresenceBook::leave(UserId user, PresenceStatus status, Timestamp now)
{
    const std::lock_guard lock(m_mutex);
    Person &person = m_people[user];
    --person.count(status);
    person.lastSeen = now;
    if (person.isEmpty())
        return ++person.ticket;
    person.merge();
    return std::nullopt;
}

std::optional<Timestamp> PresenceBook::lapse(UserId user, quint64 ticket)
{
    const std::lock_guard lock(m_mutex);
    Person &person = m_people[user];
    if (person.ticket != ticket)
        return std::nullopt;
    person.visible = PresenceStatus::Offline;
    return person.lastSeen;
}

PresenceStatus PresenceBook::status(UserId user) const
{
    return current(user).status;
}

protocol::PresenceChanged PresenceBook::current(UserId user) const
{
    const std::lock_guard lock(m_mutex);
    const auto person = m_people.constFind(user);
    if (person == m_people.constEnd())
        return {.userId = user, .status = PresenceStatus::Offline, .lastSeen = std::nullopt};
    return {.userId = user, .status = person->visible, .lastSeen = person->lastSeen};
}

std::optional<protocol::PresenceChanged> PresenceBook::takeUnannounced(UserId user)
{
    const std::lock_guard lock(m_mutex);
    Person &person = m_people[user];
    if (person.visible == person.announced)
        return std::nullopt;
    person.announced = person.visible;
    return protocol::PresenceChanged{.userId = user, .status = person.visible, .lastSeen = person.lastSeen};
}

} // namespace plexi::realtime
