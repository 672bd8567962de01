// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace plexi::bench {

/**
 * `plexichat-bench reference KIND …`, which the benchmarks start as a process of its own. Serves until it is killed; returns
 * only for wrong usage, with 2.
 *
 *     echo                           GET of anything: a constant
 *     store DIRECTORY [COUNT]        POST: a message into SQLite, committed in groups; GET /?before=ID: a page of 50.
 *                                    COUNT: first fills the database up to so many messages
 *     broadcast each|joined BYTES    POST: an event of BYTES to every WebSocket; a write for each, or what came in one
 *                                    round of events joined into one write for each socket
 *     read DATABASE                  reads a server's own database: see ReadingServer
 */
int runReference(std::span<const std::string> arguments);

} // namespace plexi::bench
