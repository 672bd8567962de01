// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/request_load.h"
#include "bench/scenarios/scenario.h"

#include <array>
#include <cstdio>
#include <format>

namespace plexi::bench {

namespace {

struct Sample {
    LoadResult load;
    /** Microseconds of processor time of the program that answered, for each request. */
    double processorTime = 0;
};

/** The figures of one kind of request. */
struct Figures {
    Figures(const std::string &name, const std::string &unit, const std::string &reference)
        : rate{.name = name, .unit = unit, .referenceName = reference},
          median{.name = name, .unit = "ms, p50", .referenceName = reference},
          percentile99{.name = name, .unit = "ms, p99", .referenceName = reference},
          processorTime{.name = name, .unit = "µs of processor time", .referenceName = reference}
    {
    }

    void add(const Sample &server, const Sample &reference)
    {
        const auto both = [](Figure &figure, double ours, double theirs) {
            figure.server.push_back(ours);
            figure.reference.push_back(theirs);
        };
        both(rate, server.load.perSecond, reference.load.perSecond);
        both(median, server.load.median, reference.load.median);
        both(percentile99, server.load.percentile99, reference.load.percentile99);
        both(processorTime, server.processorTime, reference.processorTime);
    }

    Figure rate;
    Figure median;
    Figure percentile99;
    Figure processorTime;
};

Sample load(const Bench &bench, const ChildProcess &process, const std::string &request, int connections, int status)
{
    LoadPlan plan{.port = process.port(), .request = request, .connections = connections, .expectedStatus = status};
    plan.warmUp = bench.warmUp();
    plan.duration = bench.duration();
    const auto before = process.processorTime();
    const LoadResult result = runLoad(plan);
    const std::chrono::duration<double, std::micro> used = process.processorTime() - before;
    return {.load = result, .processorTime = used.count() / static_cast<double>(result.answers)};
}

void addBars(Bench &bench, const Figure &posts)
{
    bench.report.add(Bar{.what = "posts over 64 connections, share of the bare program's",
                         .wanted = "≥ 0.50",
                         .measured = std::format("{:.2f}", posts.ratio()),
                         .isMet = posts.ratio() >= 0.5});
    bench.report.add(Bar{.what = "posts over 64 connections, on a quiet machine",
                         .wanted = "≥ 10,000/s",
                         .measured = formatted(posts.serverMedian()) + "/s",
                         .isMet = posts.serverMedian() >= 10'000});
}

} // namespace

void measurePosts(Bench &bench)
{
    constexpr std::array kConnections{1, 16, 64};
    const auto server = bench.workspace.startServer(bench.workspace.newDirectory("posts"));
    const auto store = bench.workspace.startReference(
        {"store", bench.workspace.newDirectory("posts-reference").string()});
    const auto echo = bench.workspace.startReference({"echo"});
    const std::string request = postRequest(signIn(*server));
    const std::string constant = requestText("GET", "/api/v1/version");

    std::vector<Figures> posts;
    posts.reserve(kConnections.size() + 1);
    for (const int connections : kConnections)
        posts.emplace_back(std::format("POST, {} connection{}", connections, connections == 1 ? "" : "s"), "posts/s",
                           "store");
    Figures constants("GET of a constant, 64 connections", "requests/s", "echo");
    for (int round = 1; round <= bench.rounds(); ++round) {
        std::fprintf(stderr, "posts: round %d of %d\n", round, bench.rounds());
        for (std::size_t i = 0; i < kConnections.size(); ++i) {
            const Sample ours = load(bench, *server, request, kConnections[i], 201);
            posts[i].add(ours, load(bench, *store, request, kConnections[i], 201));
        }
        const Sample ours = load(bench, *server, constant, 64, 200);
        constants.add(ours, load(bench, *echo, constant, 64, 200));
    }
    server->stop();

    Section section{
        .title = "Posting messages",
        .text = "`POST /api/v1/messages` with an access token; the answer means that the message is on disk. "
                "`store` is one epoll thread and one SQLite thread that commits in groups, with the server's "
                "tables, indexes and pragmas, and does nothing but count and insert. `echo` is one epoll thread "
                "that answers with a constant, beside `GET /api/v1/version`.",
        .figures = {}};
    posts.push_back(constants);
    for (const Figures &each : posts)
        section.figures.insert(section.figures.end(), {each.rate, each.median, each.percentile99, each.processorTime});
    bench.report.add(section);
    addBars(bench, posts[2].rate);
}

} // namespace plexi::bench
