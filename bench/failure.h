// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace plexi::bench {

/**
 * Gives up with one sentence, which main() prints before it ends with exit status 1. It is a std::runtime_error, so that
 * the destructors on the way stop the programs that were started and remove their data.
 */
[[noreturn]] void fail(const std::string &sentence);

/** fail() with the reason that errno holds. */
[[noreturn]] void failWithErrno(const std::string &what);

/** From here on SIGINT, SIGTERM and SIGHUP make failWhenInterrupted() fail instead of ending the program at once. */
void catchInterruptions();
void failWhenInterrupted();

} // namespace plexi::bench
