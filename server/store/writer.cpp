// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/writer.h"

#include "server/store/thread_mailbox.h"

#include <algorithm>
#include <limits>
#include <semaphore>

using namespace Qt::StringLiterals;

namespace plexi::store {

Writer::Writer(QString path, int maxQueuedJobs)
    : m_path(std::move(path)), m_maxQueuedJobs(static_cast<size_t>(maxQueuedJobs))
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_wake.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

Result<> Writer::open()
{
    // The writer's connection is opened by its own thread. A first job that does nothing tells whether that went well.
    class Probe final : public detail::QueuedJob
    {
    public:
        Result<> run(WriteTransaction &) override { return {}; }
        const Result<> &outcome() const { return m_committed; }
    };
    m_thread = std::thread([this] { run(); });
    Probe probe;
    enqueueAndWait(probe);
    return probe.outcome();
}

Result<> Writer::push(detail::QueuedJob &job, size_t maxQueuedJobs)
{
    const std::lock_guard lock(m_mutex);
    if (m_queue.size() >= maxQueuedJobs || m_isStopping) {
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"Too many changes are waiting to be written"_s,
                     .retryAfter = 1});
    }
    m_queue.push_back(&job);
    if (m_isIdle)
        m_wake.notify_one();
    return {};
}

Result<> Writer::enqueue(detail::QueuedJob &job, std::coroutine_handle<> caller)
{
    job.m_caller = caller;
    job.m_mailbox = detail::Mailbox::ofThisThread();
    auto pushed = push(job, m_maxQueuedJobs);
    if (!pushed)
        job.m_committed = pushed;
    // From here on the job may already be done, though its caller is only resumed by this thread's event loop.
    return pushed;
}

void Writer::enqueueAndWait(detail::QueuedJob &job)
{
    std::binary_semaphore done(0);
    job.m_done = [&done] {
        done.release();
    };
    if (auto pushed = push(job, std::numeric_limits<size_t>::max()); !pushed)
        job.m_committed = std::move(pushed);
    else
        done.acquire();
}

bool Writer::takeGroup(Group &group)
{
    std::unique_lock lock(m_mutex);
    m_isIdle = true;
    m_wake.wait(lock, [this] { return !m_queue.empty() || m_isStopping; });
    m_isIdle = false;
    group.clear();
    std::swap(group, m_queue);
    return !group.empty();
}

void Writer::run()
{
    const auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
    Group group;
    while (takeGroup(group)) {
        if (connection) {
            commitGroup(**connection, group);
        } else {
            for (detail::QueuedJob *job : group)
                job->m_committed = fail(connection.error());
        }
        release(group);
    }
}

void Writer::commitGroup(Connection &connection, Group &group)
{
    if (const auto committed = runGroup(connection, group); !committed) {
        // Whatever the jobs thought of themselves: nothing of this group is on disk.
        for (detail::QueuedJob *job : group) {
            if (job->m_committed) {
                job->m_committed = fail(
                    {.code = ErrorCode::ServiceUnavailable,
                     .message = "The change could not be written to disk: "_L1 + committed.error().message,
                     .retryAfter = 5});
            }
        }
        return;
    }
    m_commits.fetch_add(1, std::memory_order_relaxed);
    for (detail::QueuedJob *job : group) {
        if (!job->m_committed)
            continue;
        for (const auto &callback : job->m_afterCommit)
            callback();
    }
}

Result<> Writer::runGroup(Connection &connection, Group &group)
{
    if (const auto begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return fail(begun.error());
    for (detail::QueuedJob *job : group) {
        if (runJob(connection, *job))
            continue;
        // SQLite ends a transaction by itself when the disk is full or broken. Were the rest of the group run now, each
        // savepoint would be a transaction of its own, committed although its caller is told that it failed.
        connection.finishAll();
        (void)connection.execute("ROLLBACK");
        return fail(job->m_committed.error());
    }
    if (const auto committed = connection.execute("COMMIT"); !committed) {
        (void)connection.execute("ROLLBACK");
        return fail(committed.error());
    }
    return {};
}

bool Writer::runJob(Connection &connection, detail::QueuedJob &job)
{
    if (auto saved = connection.execute("SAVEPOINT job"); !saved) {
        job.m_committed = fail(std::move(saved.error()));
        return false;
    }
    WriteTransaction transaction(connection);
    job.m_committed = job.run(transaction);
    if (job.m_committed && transaction.m_fault)
        job.m_committed = fail(std::move(*transaction.m_fault));
    connection.finishAll();
    if (job.m_committed) {
        job.m_afterCommit = std::move(transaction.m_afterCommit);
    } else if (!connection.execute("ROLLBACK TO job")) {
        return false;
    }
    if (auto released = connection.execute("RELEASE job"); !released) {
        job.m_committed = fail(std::move(released.error()));
        return false;
    }
    return true;
}

void Writer::release(Group &group)
{
    // One delivery for each thread. Once a caller goes on its job is gone, so everything is read from it before.
    std::vector<std::coroutine_handle<>> callers;
    for (size_t i = 0; i < group.size(); ++i) {
        if (!group[i])
            continue;
        const std::shared_ptr<detail::Mailbox> mailbox = group[i]->m_mailbox;
        if (!mailbox) {
            const auto done = std::move(group[i]->m_done);
            done();
            continue;
        }
        for (size_t j = i; j < group.size(); ++j) {
            if (group[j] && group[j]->m_mailbox == mailbox) {
                callers.push_back(group[j]->m_caller);
                group[j] = nullptr;
            }
        }
        mailbox->deliver(callers);
    }
}

} // namespace plexi::store
