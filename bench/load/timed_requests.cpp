// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/timed_requests.h"

#include "bench/failure.h"
#include "bench/http.h"

#include <chrono>
#include <format>

namespace plexi::bench {

std::vector<double> timeRequests(const ChildProcess &process, const std::vector<std::string> &requests,
                                 const std::function<void(const std::string &body)> &check)
{
    HttpConnection connection(process.port());
    std::vector<double> times;
    times.reserve(requests.size());
    for (const std::string &request : requests) {
        const auto begin = std::chrono::steady_clock::now();
        const Response answer = connection.exchange(request);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
        if (answer.status != 200)
            fail(std::format("{} answered {} to {}", process.name(), answer.status,
                             request.substr(0, request.find('\r'))));
        if (check)
            check(std::string(answer.body));
        times.push_back(time.count());
    }
    return times;
}

} // namespace plexi::bench
