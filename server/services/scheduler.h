// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/timestamp.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace plexi::services {

/**
 * Does things when their time comes: one thread that sleeps until the next of them, by the clock on the wall, so that a
 * clock that is set and a computer that slept make nothing late. What is to be done is in the database and nowhere else:
 * whatever came while the server was down is done at its start.
 */
class Scheduler
{
public:
    /**
     * Does the next thing that is due, on the scheduler's thread, which may block; the answer is when to be asked again
     * ("now" where there may be more: a stop comes between two things), or nothing for "when woken". Called at the start,
     * and whenever its or another task's time has come.
     */
    using Task = std::function<std::optional<Timestamp>()>;

    Scheduler() = default;
    /** Stops it where that has not been done. */
    ~Scheduler();
    Q_DISABLE_COPY_MOVE(Scheduler)

    /** Before start() only. */
    void add(Task task);
    void start();
    /** Returns when the thread has ended; a task that runs comes to its end first. */
    void stop();

    /** Something is to be done at @p moment, which may be before everything known. Thread-safe; does not block. */
    void wakeAt(Timestamp moment);

private:
    void run();
    std::optional<Timestamp> runTasks() const;
    /** Sleeps, with the lock held by the caller, until something is due; false where it is to stop. */
    bool sleep(std::unique_lock<std::mutex> &lock);

    std::vector<Task> m_tasks;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    /** When the tasks are to run next. */
    std::optional<Timestamp> m_next;
    bool m_isStopping = false;
};

} // namespace plexi::services
