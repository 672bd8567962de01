// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/failure.h"
#include "bench/load/request_load.h"
#include "bench/scenarios/scenario.h"

#include <cstdio>
#include <format>

namespace plexi::bench {

namespace {

constexpr std::size_t kPageSize = 50;

struct Page {
    Figure median;
    Figure percentile99;
    std::string serverRequest;
    std::string referenceRequest;
};

/** @p before: the index of the message the page ends before; none: the newest page. */
Page page(const Workspace::History &history, const std::string &token, const char *name,
          std::optional<std::size_t> before)
{
    const std::string server = before ? std::format("&before=msg_{}", history.messages[*before]) : "";
    const std::string reference = before ? std::format("/?before={}", *before + 1) : "/";
    return {.median = {.name = name, .unit = "ms, p50", .referenceName = "store"},
            .percentile99 = {.name = name, .unit = "ms, p99", .referenceName = "store"},
            .serverRequest = requestText("GET", "/api/v1/messages?channel_id=general&limit=50" + server, token),
            .referenceRequest = requestText("GET", reference)};
}

LoadResult load(const Bench &bench, const ChildProcess &process, const std::string &request)
{
    LoadPlan plan{.port = process.port(), .request = request};
    plan.warmUp = bench.warmUp();
    plan.duration = bench.duration();
    return runLoad(plan);
}

void checkPage(const ChildProcess &process, const std::string &request)
{
    HttpConnection connection(process.port());
    const Response answer = connection.exchange(request);
    std::size_t messages = 0;
    constexpr std::string_view kOnceInEach = "\"content\":";
    for (std::size_t at = answer.body.find(kOnceInEach); at != std::string_view::npos;
         at = answer.body.find(kOnceInEach, at + 1)) {
        ++messages;
    }
    if (answer.status != 200 || messages != kPageSize) {
        fail(std::format("{} answered a page of the history with {} and {} messages", process.name(), answer.status,
                         messages));
    }
}

} // namespace

void measureHistory(Bench &bench)
{
    const Workspace::History &history = bench.workspace.history();
    const auto server = bench.workspace.startServer(history.serverDirectory);
    const auto reference = bench.workspace.startReference({"store", history.referenceDirectory.string()});
    const std::string token = signIn(*server);

    std::vector<Page> pages{page(history, token, "newest page", std::nullopt),
                            page(history, token, "page in the middle", history.messages.size() / 2),
                            page(history, token, "oldest page", kPageSize)};
    for (const Page &each : pages) {
        checkPage(*server, each.serverRequest);
        checkPage(*reference, each.referenceRequest);
    }
    for (int round = 1; round <= bench.rounds(); ++round) {
        std::fprintf(stderr, "history: round %d of %d\n", round, bench.rounds());
        for (Page &each : pages) {
            const LoadResult ours = load(bench, *server, each.serverRequest);
            const LoadResult theirs = load(bench, *reference, each.referenceRequest);
            each.median.server.push_back(ours.median);
            each.median.reference.push_back(theirs.median);
            each.percentile99.server.push_back(ours.percentile99);
            each.percentile99.reference.push_back(theirs.percentile99);
        }
    }
    server->stop();

    Section section{
        .title = "Reading the history",
        .text = std::format("`GET /api/v1/messages` with `limit=50` in a channel of {} messages, over one "
                            "connection. `store` runs the same query through SQLite's C API and formats the same "
                            "fields.",
                            formatted(static_cast<double>(history.messages.size()))),
        .figures = {}};
    for (const Page &each : pages)
        section.figures.insert(section.figures.end(), {each.median, each.percentile99});
    bench.report.add(section);
}

} // namespace plexi::bench
