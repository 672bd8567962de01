// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/http_load.h"

#include "bench/sockets.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace plexi::bench {

namespace {

struct Connection {
    Descriptor descriptor;
    std::string received;
    Clock::time_point sentAt;
};

void demandSuccess(const std::string &answer)
{
    if (!answer.starts_with("HTTP/1.1 2"))
        giveUp("an answer was not 2xx: " + answer.substr(0, 600));
}

} // namespace

bool isComplete(const std::string &answer, size_t *size)
{
    const size_t head = answer.find("\r\n\r\n");
    if (head == std::string::npos)
        return false;
    const char *field = ::strcasestr(answer.c_str(), "\r\ncontent-length:");
    if (field == nullptr || static_cast<size_t>(field - answer.c_str()) > head)
        giveUp("an answer has no Content-Length: " + answer.substr(0, head));
    field += std::strlen("\r\ncontent-length:");
    while (*field == ' ')
        ++field;
    size_t length = 0;
    std::from_chars(field, answer.c_str() + answer.size(), length);
    *size = head + 4 + length;
    return answer.size() >= *size;
}

double HttpResult::percentile(double share) const
{
    if (latencies.empty())
        return 0;
    const double rank = std::ceil(share * static_cast<double>(latencies.size())) - 1;
    return latencies[static_cast<size_t>(std::max(rank, 0.0))] / 1000.0;
}

HttpResult run(const HttpLoad &load)
{
    Poller poller;
    std::vector<Connection> connections(load.connections);
    for (size_t i = 0; i < connections.size(); ++i) {
        connections[i].descriptor = connectTo(load.port);
        poller.watch(connections[i].descriptor.value(), EPOLLIN, i);
    }
    HttpResult result;
    size_t sent = 0;
    const auto start = Clock::now();
    const auto end = load.duration.count() > 0 ? start + load.duration : Clock::time_point::max();
    const auto send = [&](Connection &connection) {
        connection.sentAt = Clock::now();
        ++sent;
        writeAll(connection.descriptor.value(), load.request);
    };
    for (Connection &connection : connections)
        send(connection);
    auto now = start;
    while (result.answers < sent) {
        for (const epoll_event &event : poller.wait(std::chrono::seconds(30))) {
            Connection &connection = connections[event.data.u64];
            if (readInto(connection.received, connection.descriptor.value()) == ReadOutcome::Closed)
                giveUp("the server has closed a connection that was in use");
            size_t size = 0;
            if (!isComplete(connection.received, &size))
                continue;
            now = Clock::now();
            demandSuccess(connection.received);
            result.latencies.push_back(static_cast<uint32_t>(
                std::chrono::duration_cast<std::chrono::microseconds>(now - connection.sentAt).count()));
            ++result.answers;
            const bool goesOn = now < end && (load.count == 0 || sent < load.count);
            if (!goesOn)
                result.body = connection.received.substr(connection.received.find("\r\n\r\n") + 4);
            connection.received.erase(0, size);
            if (goesOn)
                send(connection);
        }
        if (Clock::now() - now > std::chrono::seconds(60))
            giveUp("the server has not answered for a minute");
    }
    result.seconds = std::chrono::duration<double>(now - start).count();
    std::ranges::sort(result.latencies);
    return result;
}

} // namespace plexi::bench
