// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/timer_queue.h"

#include <QAbstractEventDispatcher>

#include <sys/epoll.h>

#include <array>
#include <atomic>
#include <vector>

namespace plexi::net {

/**
 * Qt's event loop on epoll(7), level-triggered: a wake-up costs what is ready, not what is connected. Linux only.
 *
 * Interest in a descriptor goes to the kernel just before the next wait, so that a notifier switched on and off again
 * in between (every answer on a socket does that) costs no system call. wakeUp() writes to its eventfd only where the
 * thread really sleeps.
 */
class EpollDispatcher final : public QAbstractEventDispatcherV2
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(Qt::TimerId timerId, Duration interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(Qt::TimerId timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfoV2> timersForObject(QObject *object) const override;
    Duration remainingTime(Qt::TimerId timerId) const override;

    /** Thread-safe, as is interrupt(). */
    void wakeUp() override;
    void interrupt() override;

private:
    enum class State : int { Awake, WakeUpPending, Asleep };
    enum Kind { Read, Write, Exception, KindCount };

    /** What is watched for one descriptor. */
    struct Watch {
        std::array<QSocketNotifier *, KindCount> notifiers{};
        /** What the kernel knows; 0 where the descriptor is not in the epoll set. */
        quint32 registered = 0;
        /** Tells a descriptor's present use from an earlier one, whose event may still wait in m_ready. */
        quint32 generation = 0;
        bool isDirty = false;

        quint32 wanted() const;
    };

    int waitFor(bool includeNotifiers, int timeoutMs);
    int activateNotifiers();
    int activateNotifier(const epoll_event &event);
    void applyInterest();
    void apply(int descriptor, Watch &watch);
    void forget(int descriptor, Watch &watch);

    int m_epoll = -1;
    int m_wakeUpDescriptor = -1;
    std::atomic<State> m_state = State::Awake;
    std::atomic<bool> m_isInterrupted = false;

    std::vector<Watch> m_watches;
    std::vector<int> m_dirty;
    /** What the last wait reported; a nested processEvents() waits anew and so ends the outer one's round. */
    std::array<epoll_event, 256> m_ready{};
    int m_readyCount = 0;
    int m_readyNext = 0;

    TimerQueue m_timers;
};

} // namespace plexi::net
