// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/timer_queue.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <vector>

namespace plexi::net {

void TimerQueue::add(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object)
{
    remove(id);
    const auto due = Clock::now() + interval;
    m_timers.insert(id, Timer{interval, type, object, due, ++m_lastSerial});
    m_order.emplace(due, id);
}

bool TimerQueue::remove(Qt::TimerId id)
{
    const auto found = m_timers.constFind(id);
    if (found == m_timers.cend())
        return false;
    m_order.erase({found->due, id});
    m_timers.erase(found);
    return true;
}

bool TimerQueue::removeAll(QObject *object)
{
    std::vector<Qt::TimerId> ids;
    for (auto it = m_timers.cbegin(); it != m_timers.cend(); ++it) {
        if (it->object == object)
            ids.push_back(it.key());
    }
    for (const Qt::TimerId id : ids)
        remove(id);
    return !ids.empty();
}

QList<QAbstractEventDispatcher::TimerInfoV2> TimerQueue::timersOf(QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfoV2> infos;
    for (auto it = m_timers.cbegin(); it != m_timers.cend(); ++it) {
        if (it->object == object)
            infos.append({it->interval, it.key(), it->type});
    }
    return infos;
}

TimerQueue::Duration TimerQueue::remaining(Qt::TimerId id) const
{
    const auto found = m_timers.constFind(id);
    if (found == m_timers.cend())
        return Duration(-1);
    return std::max(Duration::zero(), std::chrono::duration_cast<Duration>(found->due - Clock::now()));
}

std::optional<TimerQueue::Duration> TimerQueue::untilNext() const
{
    for (const auto &[due, id] : m_order) {
        if (m_timers.constFind(id)->isActive)
            continue;
        return std::max(Duration::zero(), std::chrono::duration_cast<Duration>(due - Clock::now()));
    }
    return std::nullopt;
}

int TimerQueue::activate()
{
    if (m_order.empty())
        return 0;
    // Who is due is settled first, so that a timer that is due again at once (a zero timer) cannot starve the rest.
    const auto now = Clock::now();
    std::vector<std::pair<Qt::TimerId, quint64>> due;
    for (const auto &[moment, id] : m_order) {
        if (moment > now)
            break;
        due.emplace_back(id, m_timers.constFind(id)->serial);
    }

    int sent = 0;
    for (const auto &[id, serial] : due) {
        const auto timer = m_timers.find(id);
        // Gone, replaced, or already served by a nested event loop since.
        if (timer == m_timers.end() || timer->serial != serial || timer->isActive || timer->due > now)
            continue;
        fire(id, *timer, now);
        ++sent;
    }
    return sent;
}

void TimerQueue::fire(Qt::TimerId id, Timer &timer, Clock::time_point now)
{
    m_order.erase({timer.due, id});
    timer.due += timer.interval;
    if (timer.due <= now)
        timer.due = now + timer.interval;
    m_order.emplace(timer.due, id);
    timer.isActive = true;
    const quint64 serial = timer.serial;

    QTimerEvent event(id);
    QCoreApplication::sendEvent(timer.object, &event);

    const auto later = m_timers.find(id);
    if (later != m_timers.end() && later->serial == serial)
        later->isActive = false;
}

} // namespace plexi::net
