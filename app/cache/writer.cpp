// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/writer.h"

#include <QLoggingCategory>

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
        std::deque<Job> jobs = std::exchange(m_jobs, {});
        m_isWriting = true;
        lock.unlock();
        write(std::move(jobs));
        lock.lock();
        m_isWriting = false;
        m_changed.notify_all();
    }
}

void Writer::write(std::deque<Job> jobs)
{
    // A broken cache costs speed, never what the person does: what cannot be kept is fetched again the next time.
    const auto note = [](const Result<> &done) {
        if (!done)
            qCWarning(lcCache).noquote() << done.error().message;
        return done.has_value();
    };
    if (note(m_database.script("BEGIN IMMEDIATE;"))) {
        for (const Job &job : jobs)
            note(job(m_database));
        if (!note(m_database.script("COMMIT;")))
            (void)m_database.script("ROLLBACK;");
    }
    if (m_database.isDamaged() && m_onDamage)
        std::exchange(m_onDamage, nullptr)();
}

} // namespace plexi::app::cache
