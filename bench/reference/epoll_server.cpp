// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/epoll_server.h"

#include "bench/failure.h"
#include "bench/http.h"
#include "bench/load/websocket_handshake.h"
#include "bench/sockets.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>

namespace plexi::bench {

namespace {

constexpr std::uint64_t kListenerTag = 0;
constexpr std::uint64_t kWatchedTag = 1;

} // namespace

std::string httpAnswer(std::string_view status, std::string_view json)
{
    std::string text;
    text.reserve(json.size() + 128);
    text.append("HTTP/1.1 ").append(status).append("\r\nContent-Type: application/json\r\nContent-Length: ");
    return text.append(std::to_string(json.size())).append("\r\n\r\n").append(json);
}

EpollServer::EpollServer() : m_listener(listenOnLoopback())
{
    m_poller.add(m_listener, kListenerTag);
}

void EpollServer::run()
{
    std::printf("listening on http://127.0.0.1:%d\n", portOf(m_listener));
    std::fflush(stdout);
    while (true) {
        for (const epoll_event &event : m_poller.wait(std::chrono::milliseconds(-1)))
            handle(event);
        afterEvents();
    }
}

void EpollServer::handle(const epoll_event &event)
{
    if (event.data.u64 == kListenerTag)
        return acceptAll();
    if (event.data.u64 == kWatchedTag)
        return onWatched();
    Connection *connection = find(event.data.u64);
    if (connection && (event.events & EPOLLOUT))
        flush(*connection);
    if (connection && (event.events & ~static_cast<std::uint32_t>(EPOLLOUT)))
        receive(*connection);
}

void EpollServer::watch(const Descriptor &descriptor)
{
    m_poller.add(descriptor, kWatchedTag);
}

EpollServer::Connection *EpollServer::find(std::uint64_t id)
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : found->second.get();
}

void EpollServer::acceptAll()
{
    while (true) {
        Descriptor socket(accept4(m_listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!socket)
            return;
        const int on = 1;
        setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        auto connection = std::make_unique<Connection>();
        connection->id = ++m_lastId;
        connection->socket = std::move(socket);
        m_poller.add(connection->socket, connection->id);
        m_connections.emplace(m_lastId, std::move(connection));
    }
}

void EpollServer::receive(Connection &connection)
{
    std::array<char, 65'536> chunk;
    const ssize_t count = recv(connection.socket.number(), chunk.data(), chunk.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0)
        return close(connection);
    connection.input.append(chunk.data(), static_cast<std::size_t>(count));
    while (!connection.isWebSocket && takeRequest(connection)) { }
    if (connection.isWebSocket)
        takeFrames(connection);
}

bool EpollServer::takeRequest(Connection &connection)
{
    const std::string_view input = connection.input;
    const std::size_t headEnd = input.find("\r\n\r\n");
    if (headEnd == std::string_view::npos)
        return false;
    const std::string_view head = input.substr(0, headEnd + 2);
    const std::string_view length = headerValue(head, "content-length");
    std::size_t bodySize = 0;
    std::from_chars(length.data(), length.data() + length.size(), bodySize);
    const std::size_t size = headEnd + 4 + bodySize;
    if (input.size() < size)
        return false;
    const std::size_t methodEnd = head.find(' ');
    const std::size_t targetEnd = head.find(' ', methodEnd + 1);
    if (!headerValue(head, "upgrade").empty()) {
        becomeWebSocket(connection, head);
    } else {
        onRequest(connection,
                  {.method = head.substr(0, methodEnd),
                   .target = head.substr(methodEnd + 1, targetEnd - methodEnd - 1),
                   .body = input.substr(headEnd + 4, bodySize)});
    }
    connection.input.erase(0, size);
    return true;
}

void EpollServer::becomeWebSocket(Connection &connection, std::string_view head)
{
    if (headerValue(head, "sec-websocket-key") != kHandshakeKey)
        return answer(connection, "400 Bad Request", "{}");
    connection.isWebSocket = true;
    write(connection,
          std::string("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                      "Sec-WebSocket-Accept: ")
              .append(kHandshakeAnswer)
              .append("\r\n\r\n"));
    onWebSocket(connection);
}

void EpollServer::takeFrames(Connection &connection)
{
    // A client's frame: two bytes, two more for a size from 126 on, the key, the payload. The load's key is zero.
    const auto byte = [&](std::size_t at) {
        return static_cast<unsigned char>(connection.input[at]);
    };
    while (connection.input.size() >= 8) {
        std::size_t size = byte(1) & 0x7f;
        const std::size_t head = size == 126 ? 8 : 6;
        if (size == 126)
            size = static_cast<std::size_t>(byte(2)) << 8 | byte(3);
        if (connection.input.size() < head + size)
            return;
        onTextFrame(connection, std::string_view(connection.input).substr(head, size));
        connection.input.erase(0, head + size);
    }
}

void EpollServer::write(Connection &connection, std::string_view bytes)
{
    std::size_t written = 0;
    if (connection.output.empty()) {
        const ssize_t count = ::send(connection.socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        written = count < 0 ? 0 : static_cast<std::size_t>(count);
        if (written < bytes.size())
            m_poller.change(connection.socket, connection.id, EPOLLIN | EPOLLOUT);
    }
    connection.output.append(bytes.substr(written));
}

void EpollServer::answer(Connection &connection, std::string_view status, std::string_view json)
{
    write(connection, httpAnswer(status, json));
}

void EpollServer::flush(Connection &connection)
{
    const ssize_t count = ::send(connection.socket.number(), connection.output.data(), connection.output.size(),
                                 MSG_NOSIGNAL);
    if (count > 0)
        connection.output.erase(0, static_cast<std::size_t>(count));
    if (connection.output.empty())
        m_poller.change(connection.socket, connection.id, EPOLLIN);
}

void EpollServer::close(Connection &connection)
{
    onClosed(connection);
    m_connections.erase(connection.id);
}

} // namespace plexi::bench
