// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/reading_server.h"

#include <charconv>
#include <format>

namespace plexi::bench {

namespace {

/** Takes the number at the front of @p text off it, with what stands behind it. */
std::int64_t takeNumber(std::string_view &text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(std::min(static_cast<std::size_t>(end - text.data()) + 1, text.size()));
    return number;
}

} // namespace

ReadingServer::ReadingServer(const std::filesystem::path &database)
    : m_database(database),
      m_match(m_database.prepare("SELECT x.id, x.seq, x.created_at, x.content FROM message_index f"
                                 " CROSS JOIN messages x ON x.id = f.rowid WHERE f.message_index MATCH ?"
                                 " ORDER BY f.rowid DESC LIMIT 50")),
      m_page(m_database.prepare("SELECT id, seq, created_at, content FROM messages WHERE channel_id = ?"
                                " AND thread_id IS NULL AND is_deleted = 0 AND id < ? ORDER BY id DESC LIMIT 50")),
      m_channels(m_database.prepare("SELECT c.id, c.last_seq FROM members m JOIN channels c ON c.id = m.channel_id"
                                    " WHERE m.user_id = ? AND c.deleted_at IS NULL"))
{
}

std::string ReadingServer::messages(Sqlite::Statement &statement)
{
    std::string json = R"({"messages":[)";
    while (statement.step()) {
        if (json.back() == '}')
            json += ',';
        const StoredMessage message{
            .id = statement.integer(0), .seq = statement.integer(1), .createdAt = statement.integer(2)};
        json += messageJson(message, statement.text(3));
    }
    statement.reset();
    return json + "]}";
}

void ReadingServer::onRequest(Connection &connection, const Request &request)
{
    std::string_view body = request.body;
    if (request.target == "/match") {
        m_match.bind(1, body);
        return answer(connection, "200 OK", messages(m_match));
    }
    if (request.target == "/page") {
        m_page.bind(1, takeNumber(body));
        m_page.bind(2, takeNumber(body));
        return answer(connection, "200 OK", messages(m_page));
    }
    std::string json = R"({"channels":{)";
    m_channels.bind(1, takeNumber(body));
    while (m_channels.step())
        json += std::format(R"({}"channel_{}":{})", json.back() == '{' ? "" : ",", m_channels.integer(0),
                            m_channels.integer(1));
    m_channels.reset();
    answer(connection, "200 OK", json + "}}");
}

} // namespace plexi::bench
