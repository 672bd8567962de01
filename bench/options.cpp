// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/options.h"

#include "bench/scenarios/scenario.h"

#include <cstdio>

namespace plexi::bench {

namespace {

std::nullopt_t wrongUsage(const std::string &sentence)
{
    std::fprintf(stderr, "plexichat-bench: %s\n", sentence.c_str());
    return std::nullopt;
}

} // namespace

std::optional<Options> parseOptions(std::span<const std::string> arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &name = arguments[i];
        if (name == "--help" || name == "-h") {
            options.isHelp = true;
            continue;
        }
        if (name == "--quick") {
            options.isQuick = true;
            continue;
        }
        if (name != "--only" && name != "--server" && name != "--directory" && name != "--output")
            return wrongUsage("there is no option " + name);
        if (++i == arguments.size())
            return wrongUsage(name + " needs a value");
        const std::string &value = arguments[i];
        if (name == "--only" && !findScenario(value))
            return wrongUsage("there is no benchmark '" + value + "'; see --help");
        if (name == "--only")
            options.only = value;
        else
            (name == "--server" ? options.server : name == "--directory" ? options.directory : options.output) = value;
    }
    return options;
}

void printHelp()
{
    std::puts("Usage: plexichat-bench [OPTION…]\n"
              "       plexichat-bench generate DATA_DIR MESSAGES\n"
              "Measures plexichat-server beside bare programs that do the least that the task needs.\n"
              "\n"
              "Options:\n"
              "  --quick            one short round, a tenth of the history\n"
              "  --only NAME        one of the benchmarks below\n"
              "  --output FILE      write the report there too (full runs only)\n"
              "  --server FILE      the server's program (default: beside this one)\n"
              "  --directory DIR    where the data directories are made, and removed (default: beside this program)\n"
              "\n"
              "Benchmarks:");
    for (const Scenario &scenario : allScenarios())
        std::printf("  %-18s %s\n", scenario.name, scenario.summary);
}

} // namespace plexi::bench
