// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>

#include <chrono>
#include <optional>
#include <set>
#include <utility>

namespace plexi::net {

/** The timers of one thread's objects, for an event dispatcher. */
class TimerQueue
{
public:
    using Duration = QAbstractEventDispatcher::Duration;
    using Clock = std::chrono::steady_clock;

    void add(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object);
    bool remove(Qt::TimerId id);
    bool removeAll(QObject *object);
    QList<QAbstractEventDispatcher::TimerInfoV2> timersOf(QObject *object) const;
    /** Negative for a timer we don't know. */
    Duration remaining(Qt::TimerId id) const;

    /** Nothing where no timer runs; 0 where one is due. A timer whose event is being handled does not count. */
    std::optional<Duration> untilNext() const;

    /** Sends each timer that is due now its event, once; returns how many. */
    int activate();

private:
    struct Timer {
        Duration interval;
        Qt::TimerType type;
        QObject *object;
        Clock::time_point due;
        /** Tells a timer from a later one with the same id. */
        quint64 serial = 0;
        /** Its event is being handled, perhaps in a nested event loop: not sent again meanwhile. */
        bool isActive = false;
    };
    using Key = std::pair<Clock::time_point, Qt::TimerId>;

    void fire(Qt::TimerId id, Timer &timer, Clock::time_point now);

    QHash<Qt::TimerId, Timer> m_timers;
    std::set<Key> m_order;
    quint64 m_lastSerial = 0;
};

} // namespace plexi::net
