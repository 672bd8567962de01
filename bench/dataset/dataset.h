// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace plexi::bench {

/** What is in the data directory of a workspace that was made for measuring. */
struct Dataset {
    std::size_t messages = 0;
    /** The ids of the messages in `general`, ascending. */
    std::vector<std::int64_t> general;
    std::int64_t generalId = 0;
    /** The ids of the channels that the admin is in. */
    std::vector<std::int64_t> channels;
};

/**
 * Fills the database of a data directory that `serve --dev` has made, and on which no server runs, with @p messages messages
 * by 50 people in 620 channels: of the admin's are 420 public and 80 private, and 120 private ones are other people's. A
 * fifth of the messages is in `general`. Ids, texts and times are the same in every run.
 */
Dataset fill(const std::filesystem::path &dataDirectory, std::size_t messages);

/** What a team that has been at it for a while has. */
struct Team {
    /** Beside `general`: all public ones that the admin is in. */
    std::size_t channels = 0;
    std::size_t messagesInEach = 0;
    std::size_t messagesInGeneral = 0;
};

/** The same for a workspace of that size, with markup in every fifth message. */
Dataset fill(const std::filesystem::path &dataDirectory, const Team &team);

/** `plexichat-bench generate DATA_DIR MESSAGES`. */
int runGenerate(std::span<const std::string> arguments);

} // namespace plexi::bench
