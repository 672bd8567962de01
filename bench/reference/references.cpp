// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/references.h"

#include "bench/reference/broadcaster.h"
#include "bench/reference/message_server.h"
#include "bench/reference/reading_server.h"

#include <cstdio>

namespace plexi::bench {

namespace {

/** Answers everything with the same JSON, about as long as the server's answer to `GET /api/v1/version`. */
class Echo final : public EpollServer
{
private:
    void onRequest(Connection &connection, const Request &) override
    {
        answer(connection, "200 OK", R"({"version":"reference","api":"v1"})");
    }
};

} // namespace

int runReference(std::span<const std::string> arguments)
{
    const std::string kind = arguments.empty() ? "" : arguments[0];
    if (kind == "echo" && arguments.size() == 1)
        Echo().run();
    if (kind == "store" && (arguments.size() == 2 || arguments.size() == 3)) {
        const std::size_t count = arguments.size() == 3 ? std::stoul(arguments[2]) : 0;
        MessageServer(arguments[1], count).run();
    }
    if (kind == "broadcast" && arguments.size() == 3) {
        const auto writing = arguments[1] == "joined" ? Broadcaster::Writing::Joined : Broadcaster::Writing::Each;
        Broadcaster(writing, std::stoul(arguments[2])).run();
    }
    if (kind == "read" && arguments.size() == 2)
        ReadingServer(arguments[1]).run();
    std::fputs("plexichat-bench: wrong usage of 'reference'\n", stderr);
    return 2;
}

} // namespace plexi::bench
