// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/child_process.h"
#include "bench/dataset/dataset.h"
#include "bench/options.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plexi::bench {

/** The data directories of a run, and the programs that are started on them. */
class Workspace
{
public:
    explicit Workspace(const Options &options);
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;
    /** Removes all data. */
    ~Workspace();

    const std::filesystem::path &root() const { return m_root; }
    std::filesystem::path newDirectory(const std::string &name);
    /** `plexichat-server serve --dev` on a free port, without rate limits. */
    std::unique_ptr<ChildProcess> startServer(const std::filesystem::path &dataDirectory) const;
    /** Its data directory, with @p team in it; no program runs on it. */
    std::filesystem::path newTeam(const std::string &name, const Team &team);
    /** A program that was built beside this one. Fails where it is not there. */
    std::filesystem::path program(const std::string &name) const;
    /** See runReference(). */
    std::unique_ptr<ChildProcess> startReference(const std::vector<std::string> &arguments) const;

    /** A server's data directory with many messages in `general`, and a reference's with as many. */
    struct History {
        std::filesystem::path serverDirectory;
        std::filesystem::path referenceDirectory;
        /** Ascending: the numbers in the messages' ids. The reference's are 1, 2, 3, … */
        std::vector<std::int64_t> messages;
    };
    /** Made when it is first asked for. No program runs on it. */
    const History &history();

    /** A server's data directory with a workspace in many languages. */
    struct Large {
        std::filesystem::path directory;
        Dataset data;
        /** How long the server took to index it. */
        double indexSeconds = 0;
    };
    /** 1,000,000 messages, 20,000 in a quick run. Made when it is first asked for. No program runs on it. */
    const Large &large();
    /** The same with 1,000 messages. */
    const Large &small();

private:
    Large generated(const std::string &name, std::size_t messages);
    void fillHistory(History &history) const;

    bool m_isQuick;
    std::filesystem::path m_self;
    std::filesystem::path m_server;
    std::filesystem::path m_root;
    std::optional<History> m_history;
    std::optional<Large> m_large;
    std::optional<Large> m_small;
};

/** The access token of somebody in the `--dev` world: of its admin, where nobody is named. */
std::string signIn(const ChildProcess &server, std::string_view username = "admin",
                   std::string_view password = "admin123");

/** A POST of a message of 100 characters to `general`. */
std::string postRequest(const std::string &token);

} // namespace plexi::bench
