// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/file_storage.h"
#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace plexi::services {

/**
 * Takes away what nobody needs: blobs that no file refers to, blobs that the database does not know (a crash between
 * storing and committing leaves one), and what came in and was never finished. A blob is removed under files::BlobPins,
 * so one that somebody stores again at this moment stays. Works on a thread of its own; thread-safe.
 */
class FileCollector
{
public:
    /** How often it looks by itself. */
    static constexpr std::chrono::seconds kInterval{60};
    /** How long it is still said of an upload that it expired, rather than that it never was. */
    static constexpr int kRememberedSeconds = 7 * 24 * 3600;

    /** Neither is owned; both outlive the collector. @p clock: for tests. */
    FileCollector(store::Database &database, files::FileStorage &storage,
                  std::function<Timestamp()> clock = Timestamp::now);
    /** Ends the round under way. */
    ~FileCollector();
    Q_DISABLE_COPY_MOVE(FileCollector)

    /** Removes what an earlier process left behind in the folder of incoming files. Before anything comes in. Blocks. */
    Result<> clearIncoming();
    /** More to do in each round. It blocks, says what went wrong, and ends early once @p isStopping says so. */
    using Chore = std::function<Result<>(const std::function<bool()> &isStopping)>;
    /** Before start(). */
    void addChore(Chore chore) { m_chores.push_back(std::move(chore)); }
    /** Begins: first with a look at everything that is stored. */
    void start();
    /** Something may not be needed any more. */
    void wake();

    /** One round: unneeded blobs, uploads whose time is over. Blocks. */
    Result<> collect();
    /** Removes the blobs that the database does not know. Blocks. */
    Result<> sweep();

private:
    void work();
    Result<> removeBlob(const QByteArray &sha256, bool isKnown);
    bool isStopping();

    store::Database &m_database;
    files::FileStorage &m_storage;
    const std::function<Timestamp()> m_clock;
    std::vector<Chore> m_chores;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isAwake = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace plexi::services
