// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/reference/epoll_server.h"
#include "bench/reference/message_database.h"

namespace plexi::bench {

/**
 * Reads the server's own database and answers with the least that a question takes: one query through SQLite's C API, and
 * its rows as JSON. No permissions, no counts, no parts of words, no highlights.
 *
 *     POST /match     an expression of FTS5: the 50 newest messages that match
 *     POST /page      a channel's number, a space and a message's number: 50 messages of that channel before that one
 *     POST /channels  a person's number: the person's channels with their seq
 */
class ReadingServer final : public EpollServer
{
public:
    explicit ReadingServer(const std::filesystem::path &database);

private:
    void onRequest(Connection &connection, const Request &request) override;
    std::string messages(Sqlite::Statement &statement);

    Sqlite m_database;
    Sqlite::Statement m_match;
    Sqlite::Statement m_page;
    Sqlite::Statement m_channels;
};

} // namespace plexi::bench
