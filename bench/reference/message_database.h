// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace plexi::bench {

/** Calls of SQLite's C API that fail with its message. */
class Sqlite
{
public:
    class Statement
    {
    public:
        Statement(sqlite3 *database, const char *sql);
        Statement &bind(int position, std::int64_t value);
        Statement &bind(int position, std::string_view text);
        /** True where there is a row. */
        bool step();
        /** To be called after the last step: lets the statement run again. */
        void reset();
        std::int64_t integer(int column);
        std::string_view text(int column);

    private:
        struct Finalizer {
            void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
        };
        sqlite3 *m_database;
        std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    };

    /** With the pragmas of server/store/connection.cpp. */
    explicit Sqlite(const std::filesystem::path &file);
    void execute(const char *sql);
    Statement prepare(const char *sql) { return {m_database.get(), sql}; }

private:
    struct Closer {
        void operator()(sqlite3 *database) const { sqlite3_close(database); }
    };
    std::unique_ptr<sqlite3, Closer> m_database;
};

struct StoredMessage {
    std::int64_t id = 0;
    std::int64_t seq = 0;
    std::int64_t createdAt = 0;
};

/** The tables of server/store/migrations, and what storing a message takes at the least: the channel's counters and the row. */
class MessageWriter
{
public:
    /** Makes the tables, one person and one channel in a new file. */
    explicit MessageWriter(const std::filesystem::path &file);

    void begin() { m_database.execute("BEGIN IMMEDIATE"); }
    StoredMessage insert(std::string_view content);
    void commit() { m_database.execute("COMMIT"); }
    std::int64_t count();

private:
    Sqlite m_database;
    Sqlite::Statement m_countMessage;
    Sqlite::Statement m_counters;
    Sqlite::Statement m_insert;
    std::int64_t m_lastId = 0;
};

/** Reads pages of 50 messages, newest first. */
class MessageReader
{
public:
    explicit MessageReader(const std::filesystem::path &file);

    /** The JSON list of those before @p id. */
    std::string page(std::int64_t id);

private:
    Sqlite m_database;
    Sqlite::Statement m_page;
};

/** A stored message as the server shows it, with the fields of shared/protocol/message.cpp. */
std::string messageJson(const StoredMessage &message, std::string_view content);

} // namespace plexi::bench
