// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/reference/epoll_server.h"
#include "bench/reference/message_database.h"

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace plexi::bench {

/**
 * Stores what is posted, durably, and answers with it: one writer thread takes all that wait into one transaction, as
 * server/store/writer.cpp does, and then lets the epoll thread answer.
 */
class MessageServer final : public EpollServer
{
public:
    /** @p count: how many messages there are at least before it listens. */
    MessageServer(const std::filesystem::path &directory, std::size_t count);
    ~MessageServer() override;

private:
    struct Job {
        std::uint64_t connection = 0;
        std::string content;
        StoredMessage stored = {};
    };

    void onRequest(Connection &connection, const Request &request) override;
    void onWatched() override;
    void writeInGroups(const std::stop_token &stop);

    MessageWriter m_writer;
    MessageReader m_reader;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Job> m_queue;
    std::vector<Job> m_done;
    /** An eventfd: the epoll thread has answers to write. */
    Descriptor m_doneSignal;
    std::jthread m_thread;
};

} // namespace plexi::bench
