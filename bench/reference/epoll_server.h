// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/descriptor.h"
#include "bench/poller.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace plexi::bench {

/**
 * The least that an HTTP and WebSocket server can be: one thread, one epoll, no checks of what it is sent. What stands on
 * it is the floor beside which the server's figures are shown.
 */
class EpollServer
{
public:
    EpollServer();
    EpollServer(const EpollServer &) = delete;
    EpollServer &operator=(const EpollServer &) = delete;
    virtual ~EpollServer() = default;

    /** Prints where it listens, and serves until the process is killed. */
    [[noreturn]] void run();

protected:
    struct Connection {
        std::uint64_t id = 0;
        Descriptor socket;
        std::string input;
        std::string output;
        bool isWebSocket = false;
    };
    /** Points into the connection's buffer. */
    struct Request {
        std::string_view method;
        std::string_view target;
        std::string_view body;
    };

    virtual void onRequest(Connection &connection, const Request &request) = 0;
    /** The connection has become a WebSocket. */
    virtual void onWebSocket(Connection &) { }
    virtual void onTextFrame(Connection &, std::string_view) { }
    virtual void onClosed(Connection &) { }
    /** @p descriptor of watch() is readable. */
    virtual void onWatched() { }
    /** After each round of events. */
    virtual void afterEvents() { }

    void watch(const Descriptor &descriptor);
    /** Null where the connection is gone. */
    Connection *find(std::uint64_t id);
    /** Writes at once what the kernel takes, the rest when it takes more. */
    void write(Connection &connection, std::string_view bytes);
    void answer(Connection &connection, std::string_view status, std::string_view json);

private:
    void handle(const epoll_event &event);
    void acceptAll();
    void receive(Connection &connection);
    /** Takes one request off the front of the input; false where there is no whole one. */
    bool takeRequest(Connection &connection);
    void takeFrames(Connection &connection);
    void becomeWebSocket(Connection &connection, std::string_view head);
    void flush(Connection &connection);
    void close(Connection &connection);

    Poller m_poller;
    Descriptor m_listener;
    std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> m_connections;
    std::uint64_t m_lastId = 1;
};

/** "HTTP/1.1 STATUS" with a JSON body. */
std::string httpAnswer(std::string_view status, std::string_view json);

} // namespace plexi::bench
