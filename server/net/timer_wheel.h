// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <array>
#include <functional>

namespace plexi::net {

class TimerWheel;

/**
 * One deadline in a TimerWheel; a member of what it watches over. Cancels itself when it is destroyed. Its callback may
 * destroy it.
 */
class Deadline
{
public:
    /** @p expired is called on the wheel's thread. */
    Deadline(TimerWheel &wheel, std::function<void()> expired);
    ~Deadline();
    Q_DISABLE_COPY_MOVE(Deadline)

    /** Sets or moves it; expires between @p seconds and a second later. */
    void start(int seconds);
    void cancel();
    bool isActive() const { return m_list != nullptr; }

private:
    friend class TimerWheel;

    TimerWheel &m_wheel;
    std::function<void()> m_expired;
    Deadline **m_list = nullptr;
    Deadline *m_next = nullptr;
    Deadline *m_previous = nullptr;
    qint64 m_tick = 0;
};

/**
 * Thousands of coarse deadlines on one timer: a ring of lists, one for each second (Varghese and Lauck, "Hashed and
 * hierarchical timing wheels", 1987, scheme 6). Setting and cancelling touch two neighbours and no heap. Ticks only
 * while a deadline is set. Not thread-safe: belongs to one loop.
 */
class TimerWheel : public QObject
{
    Q_OBJECT
public:
    /** @p tickMs: how long a "second" is; tests use a short one. */
    explicit TimerWheel(int tickMs = 1000, QObject *parent = nullptr);
    /** Every Deadline is gone by then. */
    ~TimerWheel() override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    friend class Deadline;
    static constexpr std::size_t kLists = 128;

    void insert(Deadline &deadline, qint64 tick);
    void remove(Deadline &deadline);
    qint64 currentTick() const;
    void expire(qint64 tick);

    const int m_tickMs;
    QBasicTimer m_timer;
    std::array<Deadline *, kLists> m_lists{};
    /** The list that expire() works on: deadlines leave it as any other while their neighbours' callbacks run. */
    Deadline *m_expiring = nullptr;
    qint64 m_lastTick = 0;
    qsizetype m_count = 0;
};

} // namespace plexi::net
