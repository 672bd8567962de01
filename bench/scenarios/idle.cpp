// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/socket_swarm.h"
#include "bench/poller.h"
#include "bench/scenarios/scenario.h"

#include <cstdio>
#include <format>

namespace plexi::bench {

namespace {

constexpr std::size_t kSockets = 5'000;

void rest(std::chrono::milliseconds time)
{
    Poller().wait(time);
}

/** KB of 1,000 bytes that one idle, subscribed socket adds to what the process has in memory. */
double kilobytesPerSocket(const ChildProcess &process, const std::string &token)
{
    const double before = process.residentMegabytes();
    const SocketSwarm swarm(process.port(), token, "general", kSockets);
    rest(std::chrono::seconds(1));
    return (process.residentMegabytes() - before) * 1'000 / static_cast<double>(kSockets);
}

/** Percent of one processor that each of the two used while both rested. */
std::pair<double, double> processorShares(const ChildProcess &one, const ChildProcess &other, std::chrono::seconds time)
{
    const auto oneBefore = one.processorTime();
    const auto otherBefore = other.processorTime();
    rest(time);
    const double seconds = static_cast<double>(time.count());
    return {100 * (one.processorTime() - oneBefore).count() / seconds,
            100 * (other.processorTime() - otherBefore).count() / seconds};
}

} // namespace

void measureIdle(Bench &bench)
{
    const Workspace::History &history = bench.workspace.history();
    const auto server = bench.workspace.startServer(history.serverDirectory);
    const auto store = bench.workspace.startReference({"store", history.referenceDirectory.string()});
    const auto broadcaster = bench.workspace.startReference({"broadcast", "joined", "500"});
    const std::chrono::seconds time(bench.isQuick ? 2 : 10);
    std::fprintf(stderr, "idle: resting for %d s, then %zu sockets\n", static_cast<int>(time.count()), kSockets);
    rest(std::chrono::seconds(1));

    const double serverMemory = server->residentMegabytes();
    const double storeMemory = store->residentMegabytes();
    const auto [serverShare, storeShare] = processorShares(*server, *store, time);
    const double serverPerSocket = kilobytesPerSocket(*server, signIn(*server));
    const double broadcasterPerSocket = kilobytesPerSocket(*broadcaster, {});
    server->stop();

    bench.report.add(
        Section{.title = "Idle",
                .text = std::format(
                    "One second after the start on the data directory above, then over {} s; then with {} sockets that "
                    "subscribed to a channel. Memory is VmRSS: what the kernel keeps for the sockets is not in it.",
                    time.count(), formatted(kSockets)),
                .figures = {{.name = "resident memory",
                             .unit = "MB",
                             .referenceName = "store",
                             .server = {serverMemory},
                             .reference = {storeMemory}},
                            {.name = "processor time",
                             .unit = "% of one",
                             .referenceName = "store",
                             .server = {serverShare},
                             .reference = {storeShare}},
                            {.name = "resident memory for each idle socket",
                             .unit = "KB",
                             .referenceName = "broadcast",
                             .server = {serverPerSocket},
                             .reference = {broadcasterPerSocket}}}});
    bench.report.add(Bar{.what = "resident memory of the idle server",
                         .wanted = "≤ 50 MB",
                         .measured = formatted(serverMemory) + " MB",
                         .isMet = serverMemory <= 50});
    bench.report.add(Bar{.what = "processor time of the idle server",
                         .wanted = "≤ 0.5 %",
                         .measured = formatted(serverShare) + " %",
                         .isMet = serverShare <= 0.5});
}

} // namespace plexi::bench
