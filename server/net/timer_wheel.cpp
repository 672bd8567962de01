// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/timer_wheel.h"

#include <QTimerEvent>

#include <chrono>
#include <utility>

namespace plexi::net {

Deadline::Deadline(TimerWheel &wheel, std::function<void()> expired) : m_wheel(wheel), m_expired(std::move(expired)) { }

Deadline::~Deadline()
{
    cancel();
}

void Deadline::start(int seconds)
{
    // One tick more, since the present one is already partly over: never early.
    const qint64 tick = m_wheel.currentTick() + seconds + 1;
    if (m_list && m_tick == tick)
        return;
    cancel();
    m_wheel.insert(*this, tick);
}

void Deadline::cancel()
{
    if (m_list)
        m_wheel.remove(*this);
}

TimerWheel::TimerWheel(int tickMs, QObject *parent) : QObject(parent), m_tickMs(tickMs) { }

TimerWheel::~TimerWheel()
{
    Q_ASSERT(m_count == 0);
}

qint64 TimerWheel::currentTick() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count() / m_tickMs;
}

void TimerWheel::insert(Deadline &deadline, qint64 tick)
{
    if (m_count == 0 && !m_timer.isActive()) {
        m_lastTick = currentTick();
        m_timer.start(m_tickMs, Qt::CoarseTimer, this);
    }
    Deadline *&first = m_lists[static_cast<std::size_t>(tick) % kLists];
    deadline.m_tick = tick;
    deadline.m_list = &first;
    deadline.m_previous = nullptr;
    deadline.m_next = first;
    if (first)
        first->m_previous = &deadline;
    first = &deadline;
    ++m_count;
}

void TimerWheel::remove(Deadline &deadline)
{
    if (deadline.m_previous)
        deadline.m_previous->m_next = deadline.m_next;
    else
        *deadline.m_list = deadline.m_next;
    if (deadline.m_next)
        deadline.m_next->m_previous = deadline.m_previous;
    deadline.m_list = nullptr;
    --m_count;
}

void TimerWheel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    const qint64 now = currentTick();
    // A thread that slept for long needs to visit each list once only.
    m_lastTick = std::max(m_lastTick, now - static_cast<qint64>(kLists));
    while (m_lastTick < now)
        expire(++m_lastTick);
    if (m_count == 0)
        m_timer.stop();
}

void TimerWheel::expire(qint64 tick)
{
    Deadline *&list = m_lists[static_cast<std::size_t>(tick) % kLists];
    m_expiring = std::exchange(list, nullptr);
    for (Deadline *deadline = m_expiring; deadline; deadline = deadline->m_next)
        deadline->m_list = &m_expiring;
    while (m_expiring) {
        Deadline &deadline = *m_expiring;
        remove(deadline);
        if (deadline.m_tick > tick) {
            insert(deadline, deadline.m_tick);
            continue;
        }
        // A copy: the callback may destroy the deadline, and with it the function that is running.
        const auto expired = deadline.m_expired;
        expired();
    }
}

} // namespace plexi::net
