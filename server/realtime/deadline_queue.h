// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace plexi::realtime {

/**
 * Things to do later on one thread, to the millisecond, on one timer. There is no cancelling: what is run must look
 * whether it still matters. (net::TimerWheel is for the many and coarse; what is watched here is short, rare, and seen
 * by people.)
 */
class DeadlineQueue
{
public:
    using Clock = std::chrono::steady_clock;

    DeadlineQueue();
    Q_DISABLE_COPY_MOVE(DeadlineQueue)

    /** @p run may add more. Destroyed unrun with the queue. */
    void after(std::chrono::milliseconds delay, std::function<void()> run);

private:
    void runDue();
    void arm();

    std::multimap<Clock::time_point, std::function<void()>> m_entries;
    QTimer m_timer;
};

} // namespace plexi::realtime
