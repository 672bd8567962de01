// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scenarios/scenario.h"

#include <cstdio>
#include <format>

namespace plexi::bench {

void measureColdStart(Bench &bench)
{
    const Workspace::History &history = bench.workspace.history();
    Figure figure{.name = "from exec to \"listening on\"", .unit = "ms", .referenceName = "store"};
    const int starts = bench.isQuick ? 3 : 9;
    std::fprintf(stderr, "cold-start: %d starts\n", starts);
    for (int i = 0; i < starts; ++i) {
        const auto server = bench.workspace.startServer(history.serverDirectory);
        figure.server.push_back(server->startTime().count());
        server->stop();
        figure.reference.push_back(
            bench.workspace.startReference({"store", history.referenceDirectory.string()})->startTime().count());
    }
    bench.report.add(
        Section{.title = "Cold start",
                .text = std::format("On a data directory with {} messages, {} times; the files are in the page cache.",
                                    formatted(static_cast<double>(history.messages.size())), starts),
                .figures = {figure}});
    bench.report.add(Bar{.what = "cold start on an existing data directory",
                         .wanted = "≤ 300 ms",
                         .measured = formatted(figure.serverMedian()) + " ms",
                         .isMet = figure.serverMedian() <= 300});
}

} // namespace plexi::bench
