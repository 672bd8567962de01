// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/message_database.h"

#include "bench/failure.h"
#include "bench/reference/schema.h"

#include <chrono>
#include <format>

namespace plexi::bench {

namespace {

constexpr std::int64_t kUser = 123;
constexpr std::int64_t kChannel = 123;

std::filesystem::path withTables(std::filesystem::path file)
{
    if (std::filesystem::exists(file))
        return file;
    Sqlite database(file);
    database.execute(kAccountsSchema);
    database.execute(kConversationsSchema);
    database.execute("INSERT INTO users (id, username, display_name, search_key, password_hash, created_at)"
                     " VALUES (123, 'admin', 'Admin', 'admin', '', 0)");
    database.execute(
        "INSERT INTO channels (id, type, slug, name, created_at) VALUES (123, 0, 'general', 'General', 0)");
    return file;
}

} // namespace

Sqlite::Statement::Statement(sqlite3 *database, const char *sql) : m_database(database)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
        fail(sqlite3_errmsg(database));
    m_statement.reset(statement);
}

Sqlite::Statement &Sqlite::Statement::bind(int position, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), position, value);
    return *this;
}

Sqlite::Statement &Sqlite::Statement::bind(int position, std::string_view text)
{
    sqlite3_bind_text(m_statement.get(), position, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
}

bool Sqlite::Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail(sqlite3_errmsg(m_database));
    return code == SQLITE_ROW;
}

void Sqlite::Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

std::int64_t Sqlite::Statement::integer(int column)
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Sqlite::Statement::text(int column)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)))
                : "";
}

Sqlite::Sqlite(const std::filesystem::path &file)
{
    sqlite3 *database = nullptr;
    const int opened = sqlite3_open(file.c_str(), &database);
    m_database.reset(database);
    if (opened != SQLITE_OK)
        fail(file.string() + ": " + sqlite3_errmsg(database));
    execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
            "PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000; PRAGMA journal_size_limit=67108864");
}

void Sqlite::execute(const char *sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(sqlite3_errmsg(m_database.get()));
}

MessageWriter::MessageWriter(const std::filesystem::path &file)
    : m_database(withTables(file)),
      // Not RETURNING: SQLite 3.46 makes a table of its own for it each time, which takes six times as long as this.
      m_countMessage(m_database.prepare("UPDATE channels SET last_seq = last_seq + 1, last_ordinal = last_ordinal + 1,"
                                        " message_count = message_count + 1, last_message_id = ?"
                                        " WHERE id = ? AND deleted_at IS NULL")),
      m_counters(m_database.prepare("SELECT last_seq, last_ordinal FROM channels WHERE id = ?")),
      m_insert(m_database.prepare("INSERT INTO messages (id, channel_id, user_id, seq, ordinal, content, created_at)"
                                  " VALUES (?, ?, ?, ?, ?, ?, ?)"))
{
    auto newest = m_database.prepare("SELECT ifnull(max(id), 0) FROM messages");
    newest.step();
    m_lastId = newest.integer(0);
}

StoredMessage MessageWriter::insert(std::string_view content)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    StoredMessage message{
        .id = ++m_lastId, .seq = 0, .createdAt = std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
    m_countMessage.bind(1, message.id).bind(2, kChannel).step();
    m_countMessage.reset();
    m_counters.bind(1, kChannel).step();
    message.seq = m_counters.integer(0);
    const std::int64_t ordinal = m_counters.integer(1);
    m_counters.reset();
    m_insert.bind(1, message.id).bind(2, kChannel).bind(3, kUser).bind(4, message.seq).bind(5, ordinal);
    m_insert.bind(6, content).bind(7, message.createdAt).step();
    m_insert.reset();
    return message;
}

std::int64_t MessageWriter::count()
{
    auto statement = m_database.prepare("SELECT message_count FROM channels WHERE id = 123");
    statement.step();
    return statement.integer(0);
}

MessageReader::MessageReader(const std::filesystem::path &file)
    : m_database(file),
      m_page(m_database.prepare("SELECT id, seq, created_at, content FROM messages WHERE channel_id = ?"
                                " AND thread_id IS NULL AND is_deleted = 0 AND id < ? ORDER BY id DESC LIMIT 50"))
{
}

std::string MessageReader::page(std::int64_t id)
{
    std::string json = R"({"messages":[)";
    m_page.bind(1, kChannel).bind(2, id);
    while (m_page.step()) {
        if (json.back() == '}')
            json += ',';
        const StoredMessage message{.id = m_page.integer(0), .seq = m_page.integer(1), .createdAt = m_page.integer(2)};
        json += messageJson(message, m_page.text(3));
    }
    m_page.reset();
    return json + "]}";
}

std::string messageJson(const StoredMessage &message, std::string_view content)
{
    const std::chrono::sys_time createdAt{std::chrono::milliseconds(message.createdAt)};
    return std::format(
        R"({{"attachments":[],"channel_id":"channel_123","client_message_id":null,"content":"{}",)"
        R"("content_type":"text","created_at":"{:%FT%TZ}","id":"msg_{}","is_deleted":false,)"
        R"("is_edited":false,"is_pinned":false,"last_reply_at":null,"mentions":[],"mentions_channel":false,"reactions":[],)"
        R"("reply_count":0,"reply_to":null,"seq":{},"thread_id":null,"updated_at":null,)"
        R"("user_id":"user_123"}})",
        content, createdAt, message.id, message.seq);
}

} // namespace plexi::bench
