// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/http.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <limits>
#include <string>

namespace plexi::bench {

/** Requests over keep-alive connections, each sending its next one when the last is answered, from this thread. */
struct LoadPlan {
    std::uint16_t port = 0;
    std::string request;
    int connections = 1;
    int expectedStatus = 200;
    /** Not measured: connections and caches get warm. */
    std::chrono::milliseconds warmUp{500};
    std::chrono::milliseconds duration{2'000};
    /** Ends earlier when so many were answered. */
    std::size_t maxRequests = std::numeric_limits<std::size_t>::max();
    /** Called for every answer, where it is set. */
    std::function<void(const Response &)> onAnswer = {};
};

struct LoadResult {
    double perSecond = 0;
    /** All answers, also those outside the time that is measured. */
    std::size_t answers = 0;
    /** Milliseconds from the sending of a request to the reading of the end of its answer. */
    double median = 0;
    double percentile99 = 0;
};

/** Fails with a sentence on any other status than the expected one, and when nothing is answered for 10 s. */
LoadResult runLoad(const LoadPlan &plan);

} // namespace plexi::bench
