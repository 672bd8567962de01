// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace plexi::bench {

/** Requests over keep-alive connections, each of which sends its next one when it has its answer. */
struct HttpLoad {
    uint16_t port = 0;
    /** The whole request, head and body. */
    std::string request;
    size_t connections = 1;
    /** It ends after this time or this many answers, whichever comes first; 0 is no limit. */
    std::chrono::milliseconds duration{0};
    size_t count = 0;
};

struct HttpResult {
    size_t answers = 0;
    double seconds = 0;
    /** Microseconds from the request to the end of its answer, in ascending order. */
    std::vector<uint32_t> latencies;
    /** Of the answer that came last. */
    std::string body;

    double perSecond() const { return static_cast<double>(answers) / seconds; }
    /** Milliseconds; @p share is 0.99 for p99. */
    double percentile(double share) const;
};

/** Any status but 2xx ends the program with the answer. */
HttpResult run(const HttpLoad &load);

/** Whether @p answer holds all of one; then @p size is where it ends. For answers with a Content-Length. */
bool isComplete(const std::string &answer, size_t *size);

} // namespace plexi::bench
