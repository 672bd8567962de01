// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/request_load.h"
#include "bench/scenarios/scenario.h"

#include <cstdio>
#include <format>
#include <future>

namespace plexi::bench {

namespace {

constexpr int kPosting = 16;
constexpr int kSigningIn = 16;

LoadPlan posts(const Bench &bench, const ChildProcess &server, const std::string &request)
{
    LoadPlan plan{.port = server.port(), .request = request, .connections = kPosting, .expectedStatus = 201};
    plan.warmUp = bench.warmUp();
    plan.duration = bench.duration();
    return plan;
}

/** From before the posts' warm-up until after their end. */
LoadPlan signIns(const Bench &bench, const ChildProcess &server)
{
    LoadPlan plan{
        .port = server.port(),
        .request = requestText("POST", "/api/v1/auth/login", {}, R"({"username":"admin","password":"admin123"})"),
        .connections = kSigningIn};
    plan.warmUp = bench.warmUp();
    plan.duration = bench.warmUp() + bench.duration();
    return plan;
}

} // namespace

void measureSignIns(Bench &bench)
{
    const auto server = bench.workspace.startServer(bench.workspace.newDirectory("sign-ins"));
    const std::string request = postRequest(signIn(*server));
    const auto alone = std::format("POST, {} connections, beside {} that sign in", kPosting, kSigningIn);
    Figure rate{.name = alone, .unit = "posts/s", .referenceName = "nobody signs in"};
    Figure median{.name = alone, .unit = "ms, p50", .referenceName = "nobody signs in"};
    Figure percentile99{.name = alone, .unit = "ms, p99", .referenceName = "nobody signs in"};
    Figure signedIn{.name = std::format("POST /auth/login, {} connections, beside those posts", kSigningIn),
                    .unit = "sign-ins/s",
                    .referenceName = "nobody posts"};
    for (int round = 1; round <= bench.rounds(); ++round) {
        std::fprintf(stderr, "sign-ins: round %d of %d\n", round, bench.rounds());
        const LoadResult quiet = runLoad(posts(bench, *server, request));
        signedIn.reference.push_back(runLoad(signIns(bench, *server)).perSecond);
        auto others = std::async(std::launch::async, [&] { return runLoad(signIns(bench, *server)); });
        const LoadResult busy = runLoad(posts(bench, *server, request));
        signedIn.server.push_back(others.get().perSecond);
        rate.server.push_back(busy.perSecond);
        rate.reference.push_back(quiet.perSecond);
        median.server.push_back(busy.median);
        median.reference.push_back(quiet.median);
        percentile99.server.push_back(busy.percentile99);
        percentile99.reference.push_back(quiet.percentile99);
    }
    server->stop();

    bench.report.add(Section{
        .title = "Posting messages while people sign in",
        .text = "Each sign-in is an Argon2id hash of 19 MiB, some 20 ms of a processor, and a session on disk. The "
                "reference is the same server, asked the same when nobody signs in, or nobody posts. Those who sign in "
                "have a client thread of their own, which takes its share of the processors too.",
        .figures = {rate, median, percentile99, signedIn}});
    const double slowdown = 1 / rate.ratio();
    bench.report.add(Bar{.what = std::format("slowdown of posts by {} connections that sign in", kSigningIn),
                         .wanted = "≤ 1.5",
                         .measured = std::format("{:.2f}", slowdown),
                         .isMet = slowdown <= 1.5});
}

} // namespace plexi::bench
