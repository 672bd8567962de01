// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/dataset/dataset.h"
#include "bench/environment.h"
#include "bench/failure.h"
#include "bench/options.h"
#include "bench/reference/references.h"
#include "bench/scenarios/scenario.h"
#include "bench/sockets.h"

#include <chrono>
#include <cstdio>
#include <exception>
#include <format>
#include <fstream>

using namespace plexi::bench;

namespace {

/** For 5,000 sockets, here and in each program that is measured, with room for everything else. */
constexpr std::size_t kDescriptors = 8'192;

std::string introduction(const std::string &environment, std::chrono::seconds time)
{
    return std::format(
        "Made by `./dev bench` in {} s.\n\n{}"
        "- load average of its last minute, this program's part in it: {}\n\n"
        "The server is the real program. Each figure stands beside that of a bare program which does the least that the task "
        "needs, measured in the same run; the two take turns, so that a change of the machine's load meets both. The ratio is "
        "server to reference: higher is better for rates, lower for times and memory. Figures are medians of the rounds, with "
        "the lowest and the highest. The load is one client thread on the same machine and takes its share of the processors. "
        "See `bench/README.md`.\n",
        time.count(), environment, loadAverage());
}

void measure(const Options &options)
{
    catchInterruptions();
    allowDescriptors(kDescriptors);
    const auto begin = std::chrono::steady_clock::now();
    Workspace workspace(options);
    const std::string environment = environmentList(workspace.root());
    Report report;
    Bench bench{.workspace = workspace, .report = report, .isQuick = options.isQuick};
    for (const Scenario &scenario : allScenarios()) {
        if (options.only.empty() || options.only == scenario.name)
            scenario.run(bench);
    }
    const auto time = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begin);
    const std::string text = report.markdown(introduction(environment, time));
    std::fputs(text.c_str(), stdout);
    if (options.output.empty())
        return;
    if (options.isQuick || !options.only.empty()) {
        std::fprintf(stderr, "plexichat-bench: %s is left as it is: only a full run is written\n",
                     options.output.c_str());
        return;
    }
    std::ofstream file(options.output);
    file << text;
    if (!file.flush())
        fail(options.output.string() + " cannot be written");
}

} // namespace

int main(int argc, char *argv[])
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        if (!arguments.empty() && arguments[0] == "reference")
            return runReference(std::span(arguments).subspan(1));
        if (!arguments.empty() && arguments[0] == "generate")
            return runGenerate(std::span(arguments).subspan(1));
        const auto options = parseOptions(arguments);
        if (!options)
            return 2;
        if (options->isHelp)
            printHelp();
        else
            measure(*options);
        return 0;
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "plexichat-bench: %s\n", failure.what());
        return 1;
    }
}
