// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/reference/epoll_server.h"

#include <string>
#include <unordered_set>

namespace plexi::bench {

/** Sends each message that is posted to every WebSocket. It stores nothing. */
class Broadcaster final : public EpollServer
{
public:
    enum class Writing { Each, Joined };

    /** @p eventBytes: of the payload of an event; at least 64. */
    Broadcaster(Writing writing, std::size_t eventBytes);

private:
    void onRequest(Connection &connection, const Request &request) override;
    void onWebSocket(Connection &connection) override;
    void onTextFrame(Connection &connection, std::string_view payload) override;
    void onClosed(Connection &connection) override;
    void afterEvents() override;
    void writeToAll(const std::string &bytes);

    Writing m_writing;
    std::string m_event;
    std::string m_joined;
    std::unordered_set<Connection *> m_subscribers;
};

} // namespace plexi::bench
