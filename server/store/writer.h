// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace plexi::store {

/**
 * The one thread that changes the database. It takes everything that is queued, runs it in one transaction with a
 * savepoint for each job, commits, and then lets the callers go on: the cost of one fsync is shared by all who wait
 * ("group commit"; DeWitt et al., Implementation Techniques for Main Memory Database Systems, 1984).
 */
class Writer final
{
public:
    Writer(QString path, int maxQueuedJobs);
    /** Commits what is queued, then ends the thread. */
    ~Writer();
    Q_DISABLE_COPY_MOVE(Writer)

    /** Starts the thread; returns once its connection is open, or why it is not. */
    Result<> open();

    /** From any thread. @p job stays with its caller. Fails with ServiceUnavailable where the queue is full. */
    Result<> enqueue(detail::QueuedJob &job, std::coroutine_handle<> caller);
    /** The same, but blocks until the job is committed or has failed; finds room in a full queue. */
    void enqueueAndWait(detail::QueuedJob &job);

    /** How many groups of jobs it has committed so far. From any thread. */
    quint64 commits() const { return m_commits.load(std::memory_order_relaxed); }

private:
    using Group = std::vector<detail::QueuedJob *>;

    Result<> push(detail::QueuedJob &job, size_t maxQueuedJobs);
    void run();
    /** Waits for jobs; false where there are none and no more will come. */
    bool takeGroup(Group &group);
    void commitGroup(Connection &connection, Group &group);
    Result<> runGroup(Connection &connection, Group &group);
    /** False where the transaction around the savepoint is gone. */
    static bool runJob(Connection &connection, detail::QueuedJob &job);
    static void release(Group &group);

    const QString m_path;
    const size_t m_maxQueuedJobs;
    // The standard library's, not Qt's: ThreadSanitizer sees what they order.
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Group m_queue;
    bool m_isIdle = false;
    bool m_isStopping = false;
    std::atomic<quint64> m_commits = 0;
    std::thread m_thread;
};

} // namespace plexi::store
