// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace plexi::app::cache {

/**
 * The one thread that changes the cache. It takes everything that waits and runs it, in order, in one transaction, so that
 * nobody waits for the disk. The functions may be called from any thread.
 */
class Writer
{
public:
    using Job = std::function<Result<>(Database &)>;

    /** @p onDamage is called on the writer's thread, once. */
    Writer(Database database, std::function<void()> onDamage);
    /** Writes what waits. */
    ~Writer();
    Q_DISABLE_COPY_MOVE(Writer)

    void post(Job job);
    /** Behind everything posted before, the file becomes as small as what is in it. */
    void compact() { post({}); }
    /** Returns when everything posted before is on the disk. */
    void flush();

private:
    void work();
    void write(const std::deque<Job> &jobs);
    /** In one transaction. */
    template <typename Jobs>
    void transact(const Jobs &jobs);

    Database m_database;
    std::function<void()> m_onDamage;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    /** An empty one stands for compact(). */
    std::deque<Job> m_jobs;
    bool m_isWriting = false;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace plexi::app::cache
