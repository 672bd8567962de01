// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/http.h"

#include "bench/failure.h"
#include "bench/poller.h"
#include "bench/sockets.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>

namespace plexi::bench {

namespace {

/** Of ASCII letters; @p lowerCase is in lower case already. */
bool equalsInLowerCase(std::string_view text, std::string_view lowerCase)
{
    return std::ranges::equal(text, lowerCase, [](char one, char other) {
        return (one >= 'A' && one <= 'Z' ? static_cast<char>(one | 0x20) : one) == other;
    });
}

} // namespace

std::string requestText(std::string_view method, std::string_view target, std::string_view token, std::string_view body)
{
    std::string text;
    text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    if (!token.empty())
        text.append("Authorization: Bearer ").append(token).append("\r\n");
    if (!body.empty()) {
        text.append("Content-Type: application/json\r\nContent-Length: ")
            .append(std::to_string(body.size()))
            .append("\r\n");
    }
    return text.append("\r\n").append(body);
}

std::string_view headerValue(std::string_view head, std::string_view name)
{
    for (std::size_t line = head.find("\r\n"); line != std::string_view::npos; line = head.find("\r\n", line + 2)) {
        std::string_view rest = head.substr(line + 2);
        if (rest.size() <= name.size() || rest[name.size()] != ':'
            || !equalsInLowerCase(rest.substr(0, name.size()), name)) {
            continue;
        }
        rest = rest.substr(name.size() + 1);
        rest = rest.substr(0, rest.find("\r\n"));
        while (rest.starts_with(' '))
            rest.remove_prefix(1);
        return rest;
    }
    return {};
}

std::string_view jsonString(std::string_view json, std::string_view key)
{
    const std::string mark = "\"" + std::string(key) + "\":\"";
    const std::size_t found = json.find(mark);
    if (found == std::string_view::npos)
        return {};
    const std::string_view rest = json.substr(found + mark.size());
    return rest.substr(0, rest.find('"'));
}

HttpConnection::HttpConnection(std::uint16_t port) : m_socket(connectTo(port)) { }

void HttpConnection::send(std::string_view text)
{
    const ssize_t count = ::send(m_socket.number(), text.data(), text.size(), MSG_NOSIGNAL);
    if (count < 0)
        failWithErrno("a request could not be sent");
    if (static_cast<std::size_t>(count) != text.size())
        fail("a request did not fit into an idle connection");
}

std::optional<Response> HttpConnection::receive()
{
    if (m_isAnswered) {
        m_buffer.clear();
        m_isAnswered = false;
    }
    std::array<char, 65'536> chunk;
    const ssize_t count = recv(m_socket.number(), chunk.data(), chunk.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return std::nullopt;
    if (count <= 0)
        fail("the server closed a connection with a request in flight");
    m_buffer.append(chunk.data(), static_cast<std::size_t>(count));

    const std::size_t headEnd = m_buffer.find("\r\n\r\n");
    if (headEnd == std::string::npos)
        return std::nullopt;
    const std::string_view head = std::string_view(m_buffer).substr(0, headEnd + 2);
    const std::string_view length = headerValue(head, "content-length");
    std::size_t bodySize = 0;
    std::from_chars(length.data(), length.data() + length.size(), bodySize);
    if (m_buffer.size() < headEnd + 4 + bodySize)
        return std::nullopt;
    Response response{.status = 0, .body = std::string_view(m_buffer).substr(headEnd + 4, bodySize)};
    constexpr std::size_t kStatusBegin = std::string_view("HTTP/1.1 ").size();
    if (head.size() > kStatusBegin + 3)
        std::from_chars(head.data() + kStatusBegin, head.data() + kStatusBegin + 3, response.status);
    m_isAnswered = true;
    return response;
}

Response HttpConnection::exchange(std::string_view text)
{
    Poller poller;
    poller.add(m_socket, 0);
    send(text);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < deadline) {
        if (poller.wait(std::chrono::seconds(1)).empty())
            continue;
        if (const auto response = receive())
            return *response;
    }
    fail("a request was not answered within 30 s");
}

} // namespace plexi::bench
