// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must not grow with a workspace: a page of the history, and the question of what is new.
#include "bench/failure.h"
#include "bench/http.h"
#include "bench/load/timed_requests.h"
#include "bench/scenarios/scenario.h"
#include "bench/statistics.h"

#include <cstdio>
#include <format>

namespace plexi::bench {

namespace {

constexpr std::int64_t kAdmin = 123;

std::string pageRequest(std::int64_t before, const std::string &token)
{
    return requestText("GET", std::format("/api/v1/messages?channel_id=general&limit=50&before=msg_{}", before), token);
}

/** @p count pages of the history around @p place: 0 is the oldest, 1 the newest. */
std::vector<std::string> pages(const std::vector<std::int64_t> &messages, double place, std::size_t count,
                               const std::string &token)
{
    const auto last = static_cast<double>(messages.size() - 1);
    std::vector<std::string> requests;
    for (std::size_t i = 0; i < count; ++i) {
        // Near the place, each another one; never so near to the end that a page is not full.
        const auto at = static_cast<std::size_t>(place * last * 0.8 + 0.1 * last) + i % 50;
        requests.push_back(pageRequest(messages[std::clamp<std::size_t>(at, 50, messages.size() - 1)], token));
    }
    return requests;
}

struct Place {
    const char *name;
    double share;
};

std::string syncRequest(const std::string &known, const std::string &token)
{
    std::string body = R"({"limit":100,"channels":{)" + known + "}}";
    return requestText("POST", "/api/v1/sync", token, body);
}

/** "channel_1":12 … as they are, or with every tenth channel two messages behind. */
std::string knownSeqs(const ChildProcess &server, const Dataset &data, const std::string &token, bool isBehind)
{
    HttpConnection connection(server.port());
    std::string known;
    for (std::size_t i = 0; i < data.channels.size(); ++i) {
        const Response answer = connection.exchange(
            requestText("GET", std::format("/api/v1/channels/channel_{}", data.channels[i]), token));
        const std::string_view seq = answer.body.substr(answer.body.find("\"seq\":") + 6);
        std::int64_t number = std::stoll(std::string(seq.substr(0, seq.find_first_of(",}"))));
        if (isBehind && i % 10 == 0)
            number = std::max<std::int64_t>(0, number - 2);
        known += std::format(R"({}"channel_{}":{})", known.empty() ? "" : ",", data.channels[i], number);
    }
    return known;
}

Figure figure(const std::string &name, const char *unit, const std::string &reference)
{
    return {.name = name, .unit = unit, .referenceName = reference};
}

} // namespace

void measureLargeHistory(Bench &bench)
{
    const Workspace::Large &large = bench.workspace.large();
    const Workspace::Large &small = bench.workspace.small();
    const auto server = bench.workspace.startServer(large.directory);
    const auto smallServer = bench.workspace.startServer(small.directory);
    const auto reference = bench.workspace.startReference({"read", (large.directory / "plexichat.db").string()});
    const std::string token = signIn(*server);
    const std::string smallToken = signIn(*smallServer);
    const std::size_t count = bench.isQuick ? 200 : 1'000;
    const std::string referenceRequest = requestText(
        "POST", "/page", {},
        std::format("{} {}", large.data.generalId, large.data.general[large.data.general.size() / 2]));

    Section section{
        .title = "The history of a large workspace",
        .text = std::format("`GET /api/v1/messages` with `limit=50` in `general`, with {} messages of {} in the "
                            "whole workspace, and in the same workspace of {} messages; pages of {} different "
                            "places each, over one connection. `page` runs the same query through SQLite's C "
                            "API and formats the same fields.",
                            formatted(static_cast<double>(large.data.general.size())),
                            formatted(static_cast<double>(large.data.messages)),
                            formatted(static_cast<double>(small.data.messages)), 50),
        .figures = {}};
    double worst = 0;
    double worstRatio = 0;
    for (const Place place : {Place{"new pages", 1}, Place{"pages in the middle", 0.5}, Place{"old pages", 0}}) {
        Figure median = figure(place.name, "ms, p50", "page");
        Figure percentile95 = figure(place.name, "ms, p95", "page");
        std::vector<double> ratios;
        for (int round = 1; round <= bench.rounds(); ++round) {
            std::fprintf(stderr, "large-history: %s, round %d of %d\n", place.name, round, bench.rounds());
            const auto ours = timeRequests(*server, pages(large.data.general, place.share, count, token));
            const auto smaller = timeRequests(*smallServer, pages(small.data.general, place.share, count, smallToken));
            const auto theirs = timeRequests(*reference, std::vector(count, referenceRequest));
            median.server.push_back(percentile(ours, 0.5));
            median.reference.push_back(percentile(theirs, 0.5));
            percentile95.server.push_back(percentile(ours, 0.95));
            percentile95.reference.push_back(percentile(theirs, 0.95));
            ratios.push_back(percentile(ours, 0.5) / percentile(smaller, 0.5));
        }
        worst = std::max(worst, percentile95.serverMedian());
        worstRatio = std::max(worstRatio, plexi::bench::median(ratios));
        section.figures.insert(section.figures.end(), {median, percentile95});
    }
    server->stop();
    smallServer->stop();
    bench.report.add(section);
    bench.report.add(Bar{.what = "a page of the history at any depth, p95",
                         .wanted = "≤ 5 ms",
                         .measured = formatted(worst) + " ms",
                         .isMet = worst <= 5});
    bench.report.add(Bar{.what = "the same, p50, to that in a workspace of 1,000 messages",
                         .wanted = "≤ 1.30",
                         .measured = std::format("{:.2f}", worstRatio),
                         .isMet = worstRatio <= 1.3});
}

void measureSync(Bench &bench)
{
    const Workspace::Large &large = bench.workspace.large();
    const auto server = bench.workspace.startServer(large.directory);
    const auto reference = bench.workspace.startReference({"read", (large.directory / "plexichat.db").string()});
    const std::string token = signIn(*server);
    const std::string current = syncRequest(knownSeqs(*server, large.data, token, false), token);
    const std::string behind = syncRequest(knownSeqs(*server, large.data, token, true), token);
    const std::string referenceRequest = requestText("POST", "/channels", {}, std::to_string(kAdmin));
    const std::size_t count = bench.isQuick ? 100 : 300;

    Section section{
        .title = "What is new in 500 channels",
        .text = std::format("`POST /api/v1/sync` for {} channels of a workspace of {} messages: nothing is new, "
                            "or two messages in every tenth of them. `channels` reads the channels' counters.",
                            large.data.channels.size(), formatted(static_cast<double>(large.data.messages))),
        .figures = {}};
    double worst = 0;
    struct Case {
        const char *name;
        const std::string &request;
    };
    for (const Case each : {Case{"nothing new", current}, Case{"something new in every tenth", behind}}) {
        Figure median = figure(each.name, "ms, p50", "channels");
        Figure percentile95 = figure(each.name, "ms, p95", "channels");
        for (int round = 1; round <= bench.rounds(); ++round) {
            std::fprintf(stderr, "sync: %s, round %d of %d\n", each.name, round, bench.rounds());
            const auto ours = timeRequests(*server, std::vector(count, each.request));
            const auto theirs = timeRequests(*reference, std::vector(count, referenceRequest));
            median.server.push_back(percentile(ours, 0.5));
            median.reference.push_back(percentile(theirs, 0.5));
            percentile95.server.push_back(percentile(ours, 0.95));
            percentile95.reference.push_back(percentile(theirs, 0.95));
        }
        worst = std::max(worst, percentile95.serverMedian());
        section.figures.insert(section.figures.end(), {median, percentile95});
    }
    server->stop();
    bench.report.add(section);
    bench.report.add(Bar{.what = "the sync call for 500 channels, p95",
                         .wanted = "≤ 30 ms",
                         .measured = formatted(worst) + " ms",
                         .isMet = worst <= 30});
}

} // namespace plexi::bench
