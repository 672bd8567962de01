// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace plexi::bench {

/** The machine, the builds and the load before the run, as a Markdown list. @p directory is where the data will be. */
std::string environmentList(const std::filesystem::path &directory);

/** How many threads wanted to run, on the average of the last minute. */
std::string loadAverage();

} // namespace plexi::bench
