// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/bulk_transfer.h"

#include "bench/failure.h"
#include "bench/http.h"
#include "bench/sockets.h"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <charconv>
#include <vector>

namespace plexi::bench {

namespace {

constexpr int kPatienceMs = 60'000;
constexpr std::size_t kPart = std::size_t(256) << 10;

std::uint64_t number(std::string_view text)
{
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

BulkConnection::BulkConnection(std::uint16_t port) : m_socket(connectTo(port)) { }

void BulkConnection::wait(short events) const
{
    pollfd watched{.fd = m_socket.number(), .events = events, .revents = 0};
    if (poll(&watched, 1, kPatienceMs) <= 0)
        fail("a transfer came to a halt");
}

void BulkConnection::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno == EAGAIN)
            wait(POLLOUT);
        else
            failWithErrno("send");
    }
}

std::string BulkConnection::receive(int expectedStatus, const std::function<void(std::uint64_t bytes)> &onProgress)
{
    std::vector<char> part(kPart);
    std::string head;
    std::uint64_t body = 0;
    std::uint64_t length = 0;
    bool hasHead = false;
    while (!hasHead || body < length) {
        const ssize_t count = recv(m_socket.number(), part.data(), part.size(), 0);
        if (count < 0 && errno == EAGAIN) {
            wait(POLLIN);
            continue;
        }
        if (count <= 0)
            fail("the server hung up on a transfer");
        if (hasHead) {
            body += static_cast<std::uint64_t>(count);
        } else {
            head.append(part.data(), static_cast<std::size_t>(count));
            const std::size_t end = head.find("\r\n\r\n");
            if (end == std::string::npos)
                continue;
            hasHead = true;
            // "HTTP/1.1 200 …"
            if (number(std::string_view(head).substr(9, 3)) != static_cast<std::uint64_t>(expectedStatus))
                fail("a transfer was answered with " + head);
            body = head.size() - end - 4;
            head.resize(end + 4);
            length = number(headerValue(head, "content-length"));
        }
        if (onProgress)
            onProgress(body);
    }
    return head;
}

} // namespace plexi::bench
