// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/child_process.h"

#include <functional>
#include <string>
#include <vector>

namespace plexi::bench {

/**
 * Sends each of @p requests in turn over one connection and measures each, in milliseconds. Fails on any other status than
 * 200. @p check sees each answer, where it is set.
 */
std::vector<double> timeRequests(const ChildProcess &process, const std::vector<std::string> &requests,
                                 const std::function<void(const std::string &body)> &check = {});

} // namespace plexi::bench
