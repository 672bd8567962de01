// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/broadcaster.h"

#include "bench/load/socket_frames.h"

namespace plexi::bench {

namespace {

constexpr std::string_view kBegin = R"({"type":"message","data":{"content":")";
constexpr std::string_view kEnd = R"("}})";

} // namespace

Broadcaster::Broadcaster(Writing writing, std::size_t eventBytes) : m_writing(writing)
{
    const std::size_t fixed = kBegin.size() + kEnd.size();
    const std::string content(eventBytes > fixed ? eventBytes - fixed : 0, 'x');
    m_event = serverFrame(std::string(kBegin) + content + std::string(kEnd));
}

void Broadcaster::onRequest(Connection &connection, const Request &)
{
    answer(connection, "201 Created", "{}");
    if (m_writing == Writing::Joined)
        m_joined += m_event;
    else
        writeToAll(m_event);
}

void Broadcaster::onWebSocket(Connection &connection)
{
    write(connection, serverFrame(R"({"type":"ready","data":{}})"));
}

void Broadcaster::onTextFrame(Connection &connection, std::string_view payload)
{
    if (!isEvent(payload, "subscribe"))
        return;
    m_subscribers.insert(&connection);
    write(connection, serverFrame(R"({"type":"subscribed","data":{}})"));
}

void Broadcaster::onClosed(Connection &connection)
{
    m_subscribers.erase(&connection);
}

void Broadcaster::afterEvents()
{
    if (m_joined.empty())
        return;
    writeToAll(m_joined);
    m_joined.clear();
}

void Broadcaster::writeToAll(const std::string &bytes)
{
    for (Connection *subscriber : m_subscribers)
        write(*subscriber, bytes);
}

} // namespace plexi::bench
