// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/socket_swarm.h"
#include "bench/scenarios/scenario.h"

#include <array>
#include <cstdio>
#include <format>

namespace plexi::bench {

namespace {

struct Run {
    FanOutResult result;
    std::size_t eventBytes = 0;
};

Run fanOut(const Bench &bench, const ChildProcess &process, const std::string &token, std::size_t sockets)
{
    SocketSwarm swarm(process.port(), token, "general", sockets);
    FanOutPlan plan{.request = postRequest(token)};
    plan.duration = std::chrono::milliseconds(bench.isQuick ? 1'000 : 3'000);
    const FanOutResult result = swarm.run(plan);
    return {.result = result, .eventBytes = swarm.eventBytes()};
}

} // namespace

void measureFanOut(Bench &bench)
{
    constexpr std::array<std::size_t, 2> kSockets{500, 5'000};
    const auto server = bench.workspace.startServer(bench.workspace.newDirectory("fan-out"));
    const std::string token = signIn(*server);

    std::vector<Figure> figures;
    for (const std::size_t sockets : kSockets) {
        for (const char *reference : {"broadcast, each", "broadcast, joined"}) {
            figures.push_back({.name = std::format("{} sockets", formatted(static_cast<double>(sockets))),
                               .unit = "deliveries/s",
                               .referenceName = reference});
        }
    }
    std::size_t eventBytes = 0;
    for (int round = 1; round <= bench.rounds(); ++round) {
        for (std::size_t i = 0; i < kSockets.size(); ++i) {
            std::fprintf(stderr, "fan-out: round %d of %d, %zu sockets\n", round, bench.rounds(), kSockets[i]);
            const Run ours = fanOut(bench, *server, token, kSockets[i]);
            eventBytes = ours.eventBytes;
            const std::string bytes = std::to_string(eventBytes);
            const auto each = bench.workspace.startReference({"broadcast", "each", bytes});
            const Run byEach = fanOut(bench, *each, token, kSockets[i]);
            const auto joined = bench.workspace.startReference({"broadcast", "joined", bytes});
            const Run byJoined = fanOut(bench, *joined, token, kSockets[i]);
            for (Figure *figure : {&figures[2 * i], &figures[2 * i + 1]})
                figure->server.push_back(ours.result.deliveriesPerSecond);
            figures[2 * i].reference.push_back(byEach.result.deliveriesPerSecond);
            figures[2 * i + 1].reference.push_back(byJoined.result.deliveriesPerSecond);
        }
    }
    server->stop();
    bench.report.add(
        Section{.title = "Bringing messages to sockets",
                .text = std::format(
                    "32 connections post to a channel to which all sockets have subscribed, with at most 32 messages "
                    "under way; counted is what the sockets' client has read: every message once on every socket, or "
                    "the run fails. An event has {} bytes. The server stores each message first; `broadcast` stores "
                    "nothing and writes the same number of bytes from one epoll thread: a write for each message and "
                    "socket, or what came in one round of events joined into one write for each socket.",
                    eventBytes),
                .figures = figures});
}

} // namespace plexi::bench
