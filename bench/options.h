// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace plexi::bench {

struct Options {
    bool isHelp = false;
    /** One round of short measurements, ten times less history. */
    bool isQuick = false;
    /** Empty: all of them. */
    std::string only;
    /** The server's program. Empty: the one beside this program. */
    std::filesystem::path server;
    /** Under it the data directories are made. Empty: where this program is. */
    std::filesystem::path directory;
    /** Gets the report too, when the run is a full one. */
    std::filesystem::path output;
};

/** Nothing, and a sentence on standard error, for wrong usage. */
std::optional<Options> parseOptions(std::span<const std::string> arguments);
void printHelp();

} // namespace plexi::bench
