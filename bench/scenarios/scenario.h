// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/report.h"
#include "bench/workspace.h"

#include <chrono>
#include <span>
#include <string_view>

namespace plexi::bench {

/** What each benchmark gets. */
struct Bench {
    Workspace &workspace;
    Report &report;
    bool isQuick = false;

    /** The server and its references take turns in each round, so that a change of the machine's load meets both. */
    int rounds() const { return isQuick ? 1 : 3; }
    std::chrono::milliseconds warmUp() const { return std::chrono::milliseconds(isQuick ? 200 : 500); }
    std::chrono::milliseconds duration() const { return std::chrono::milliseconds(isQuick ? 500 : 2'000); }
};

struct Scenario {
    const char *name;
    const char *summary;
    void (*run)(Bench &);
};

std::span<const Scenario> allScenarios();
/** Null where there is none with that name. */
const Scenario *findScenario(std::string_view name);

void measurePosts(Bench &bench);
void measureSignIns(Bench &bench);
void measureFanOut(Bench &bench);
void measureHistory(Bench &bench);
void measureColdStart(Bench &bench);
void measureIdle(Bench &bench);
void measureSearch(Bench &bench);
void measureLargeHistory(Bench &bench);
void measureSync(Bench &bench);
void measureFiles(Bench &bench);
void measureDesktop(Bench &bench);

} // namespace plexi::bench
