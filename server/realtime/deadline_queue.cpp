// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/deadline_queue.h"

namespace plexi::realtime {

using namespace std::chrono;

DeadlineQueue::DeadlineQueue()
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { runDue(); });
}

void DeadlineQueue::after(milliseconds delay, std::function<void()> run)
{
    const auto entry = m_entries.emplace(Clock::now() + delay, std::move(run));
    if (entry == m_entries.begin())
        arm();
}

void DeadlineQueue::runDue()
{
    const Clock::time_point now = Clock::now();
    while (!m_entries.empty() && m_entries.begin()->first <= now) {
        const auto entry = m_entries.extract(m_entries.begin());
        entry.mapped()();
    }
    arm();
}

void DeadlineQueue::arm()
{
    if (m_entries.empty())
        return;
    // Rounded up: a timer that fires a fraction early would find nothing due and be set to 0 ms over and over.
    const auto wait = ceil<milliseconds>(m_entries.begin()->first - Clock::now());
    m_timer.start(std::max(wait, milliseconds(0)));
}

} // namespace plexi::realtime
