// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/writer.h"

#include <QLoggingCategory>

#include <algorithm>
#include <ranges>

namespace plexi::app::cache {

namespace {
Q_LOGGING_CATEGORY(lcCache, "plexichat.cache")
}

Writer::Writer(Database database, std::function<void()> onDamage)
    : m_database(std::move(database)), m_onDamage(std::move(onDamage)), m_thread([this] { work(); })
{
}

Writer::~Writer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isOver = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Writer::post(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_all();
}

void Writer::flush()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_jobs.empty() && !m_isWriting; });
}

void Writer::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isOver || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        const std::deque<Job> jobs = std::exchange(m_jobs, {});
        m_isWriting = true;
        lock.unlock();
        write(jobs);
        lock.lock();
        m_isWriting = false;
        m_changed.notify_all();
    }
}

namespace {

/** A broken cache costs speed, never what the person does: what cannot be kept is fetched again the next time. */
bool note(const Result<> &done)
{
    if (!done)
        qCWarning(lcCache).noquote() << done.error().message;
    return done.has_value();
}

} // namespace

void Writer::write(const std::deque<Job> &jobs)
{
    for (auto from = jobs.begin(); from != jobs.end();) {
        const auto mark = std::ranges::find_if(from, jobs.end(), [](const Job &job) { return !job; });
        if (from != mark)
            transact(std::ranges::subrange(from, mark));
        if (mark == jobs.end())
            break;
        note(m_database.script("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);"));
        from = mark + 1;
    }
    if (m_database.isDamaged() && m_onDamage)
        std::exchange(m_onDamage, nullptr)();
}

template <typename Jobs>
void Writer::transact(const Jobs &jobs)
{
    if (!note(m_database.script("BEGIN IMMEDIATE;")))
        return;
    for (const Job &job : jobs)
        note(job(m_database));
    if (!note(m_database.script("COMMIT;")))
        (void)m_database.script("ROLLBACK;");
}

} // namespace plexi::app::cache
