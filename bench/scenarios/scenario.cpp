// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/scenarios/scenario.h"

#include <algorithm>
#include <array>

namespace plexi::bench {

std::span<const Scenario> allScenarios()
{
    static constexpr std::array kScenarios{
        Scenario{"posts", "posting messages over 1, 16 and 64 connections; a constant over 64", measurePosts},
        Scenario{"sign-ins", "posting messages while 16 connections sign in", measureSignIns},
        Scenario{"fan-out", "bringing messages to 500 and 5,000 sockets", measureFanOut},
        Scenario{"history", "pages of a channel with 100,000 messages", measureHistory},
        Scenario{"cold-start", "starting on that data directory", measureColdStart},
        Scenario{"idle", "memory and processor time with nothing to do, and per idle socket", measureIdle},
        Scenario{"search", "searches of many kinds among 1,000,000 messages", measureSearch},
        Scenario{"large-history", "pages of the history there, beside those of 1,000 messages", measureLargeHistory},
        Scenario{"sync", "what is new in 500 channels there", measureSync},
        Scenario{"files", "2 GiB up and down beside nginx; posting messages beside 20 uploads", measureFiles},
        Scenario{"desktop", "the app: start, memory, opening, scrolling and writing among 100,000 kept messages",
                 measureDesktop},
    };
    return kScenarios;
}

const Scenario *findScenario(std::string_view name)
{
    const auto found = std::ranges::find_if(allScenarios(), [name](const Scenario &each) { return each.name == name; });
    return found == allScenarios().end() ? nullptr : &*found;
}

} // namespace plexi::bench
