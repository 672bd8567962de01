// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace plexi::net {

class TimerWheel;

/**
 * A thread that serves connections: its event dispatcher, its timer wheel and a queue of work from other threads.
 * Objects of a connection live on exactly one loop.
 */
class Loop
{
public:
    /** Any thread may post one; it is run, then destroyed, on the loop's thread. */
    using Work = std::move_only_function<void()>;

    /** @p index: 0 for the first loop; names the thread and lets others keep an array with one place per loop. */
    explicit Loop(int index);
    /** Stops it where that has not been done. */
    ~Loop();
    Q_DISABLE_COPY_MOVE(Loop)

    /** Returns once the thread runs. Once only. */
    void start();
    /** Runs what was posted before, then ends the thread and waits for it. Not from the loop itself. */
    void stop();

    int index() const { return m_index; }
    bool isCurrent() const { return QThread::currentThread() == m_thread.get(); }

    /**
     * Runs @p work on the loop's thread, in the order of the calls, never inside this call. Thread-safe and cheap: many
     * posts cost one wake-up. Work posted after stop() is destroyed unrun, by the poster.
     */
    void post(Work work);

    /** Runs @p work on the loop's thread and waits until it is done. Not from the loop itself. */
    void run(Work work);

    /** Lives on the loop's thread as long as that runs: context for connections and timers. */
    QObject *context() const;
    /** Deadlines of this loop; for its own thread only. */
    TimerWheel &timers() const { return *m_timers; }

private:
    class Context;
    void runPosted();

    const int m_index;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<Context> m_context;
    std::unique_ptr<TimerWheel> m_timers;
    std::mutex m_mutex;
    std::vector<Work> m_queue;
    bool m_wakeUpSent = false;
    bool m_isStopped = true;
};

} // namespace plexi::net
