// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <map>
#include <memory>
#include <mutex>

namespace plexi::store {

/**
 * A read-only connection for each thread that asks. A thread's connection is closed when the thread ends; those that
 * are left are closed with the pool, when no thread uses them any more.
 */
class ReaderPool : public std::enable_shared_from_this<ReaderPool>
{
public:
    explicit ReaderPool(QString path) : m_path(std::move(path)) { }
    Q_DISABLE_COPY_MOVE(ReaderPool)

    /** The calling thread's connection; one whose every statement fails where none can be opened. */
    Connection &ofThisThread();

private:
    struct ThreadEntries;
    void close(const ThreadEntries *thread);

    const QString m_path;
    std::mutex m_mutex;
    std::map<const ThreadEntries *, std::unique_ptr<Connection>> m_connections;
};

} // namespace plexi::store
