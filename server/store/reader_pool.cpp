// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/reader_pool.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <vector>

namespace plexi::store {

/** One thread's way to its connections without a lock; its end is the end of the connections. */
struct ReaderPool::ThreadEntries {
    struct Entry {
        std::weak_ptr<ReaderPool> pool;
        /** To compare only: a later pool at the same address has another control block, so check @c pool too. */
        const ReaderPool *address = nullptr;
        Connection *connection = nullptr;
    };
    std::vector<Entry> entries;
    std::unique_ptr<Connection> failing;

    ThreadEntries() = default;
    Q_DISABLE_COPY_MOVE(ThreadEntries)
    ~ThreadEntries()
    {
        for (const Entry &entry : entries) {
            if (const auto pool = entry.pool.lock())
                pool->close(this);
        }
    }
};

Connection &ReaderPool::ofThisThread()
{
    thread_local ThreadEntries thread;
    for (const ThreadEntries::Entry &entry : thread.entries) {
        if (entry.address == this && !entry.pool.expired())
            return *entry.connection;
    }
    std::erase_if(thread.entries, [](const ThreadEntries::Entry &entry) { return entry.pool.expired(); });

    auto opened = Connection::open(m_path, Connection::Mode::ReadOnly);
    if (!opened) {
        qCritical("%s", qUtf8Printable(opened.error().message));
        thread.failing = Connection::failing(std::move(opened.error()));
        return *thread.failing;
    }
    Connection *connection = opened->get();
    {
        const std::lock_guard lock(m_mutex);
        m_connections[&thread] = std::move(*opened);
    }
    thread.entries.push_back({.pool = weak_from_this(), .address = this, .connection = connection});

    // A statement left in the middle of its rows would keep its snapshot, and every later read of this thread with it:
    // each turn of the event loop starts with none. (The dispatcher belongs to this thread and is its first to go.)
    if (QAbstractEventDispatcher *dispatcher = QThread::currentThread()->eventDispatcher()) {
        QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, dispatcher,
                         [pool = weak_from_this(), connection] {
                             if (!pool.expired())
                                 connection->finishAll();
                         });
    }
    return *connection;
}

void ReaderPool::close(const ThreadEntries *thread)
{
    const std::lock_guard lock(m_mutex);
    m_connections.erase(thread);
}

} // namespace plexi::store
