// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/scheduler.h"

#include <algorithm>
#include <chrono>

namespace plexi::services {

namespace {

std::optional<Timestamp> earlier(std::optional<Timestamp> a, std::optional<Timestamp> b)
{
    return a && b ? std::min(*a, *b) : (a ? a : b);
}

} // namespace

Scheduler::~Scheduler()
{
    stop();
}

void Scheduler::add(Task task)
{
    Q_ASSERT(!m_thread.joinable());
    m_tasks.push_back(std::move(task));
}

void Scheduler::start()
{
    Q_ASSERT(!m_thread.joinable());
    m_thread = std::thread([this] { run(); });
}

void Scheduler::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Scheduler::wakeAt(Timestamp moment)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = earlier(m_next, moment);
    }
    m_wake.notify_one();
}

void Scheduler::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        // What is scheduled from here on is either seen by the tasks or set by wakeAt() meanwhile.
        m_next.reset();
        lock.unlock();
        const auto next = runTasks();
        lock.lock();
        m_next = earlier(m_next, next);
        if (!sleep(lock))
            return;
    }
}

std::optional<Timestamp> Scheduler::runTasks() const
{
    std::optional<Timestamp> next;
    for (const Task &task : m_tasks)
        next = earlier(next, task());
    return next;
}

bool Scheduler::sleep(std::unique_lock<std::mutex> &lock)
{
    while (!m_isStopping && (!m_next || Timestamp::now() < *m_next)) {
        if (m_next)
            m_wake.wait_until(lock,
                              std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(m_next->ms)));
        else
            m_wake.wait(lock);
    }
    return !m_isStopping;
}

} // namespace plexi::services
