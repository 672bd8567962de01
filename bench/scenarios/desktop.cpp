// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The desktop app on a screen of its own, signed in to three servers, drawn in software.
#include "bench/failure.h"
#include "bench/http.h"
#include "bench/scenarios/scenario.h"
#include "bench/statistics.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <format>
#include <map>
#include <sstream>
#include <thread>

namespace plexi::bench {

namespace {

constexpr int kWorkspaces = 3;
constexpr std::chrono::milliseconds kBetweenPosts{20};

using Samples = std::map<std::string, std::vector<double>>;

/** Three workspaces, a screen, and a profile of the app that is signed in to all of them. */
class DesktopWorld
{
public:
    DesktopWorld(Workspace &workspace, bool isQuick)
        : m_log(workspace.root() / "desktop.log"), m_app(workspace.program("plexichat")),
          m_task(workspace.program("plexichat-app-bench")), m_profile(workspace.newDirectory("profile"))
    {
        const std::size_t kept = isQuick ? 60 : 500;
        std::fprintf(stderr, "desktop: making %d workspaces\n", kWorkspaces);
        for (int i = 0; i < kWorkspaces; ++i) {
            const std::size_t inGeneral = i > 0 ? kept : isQuick ? 10'000 : 100'000;
            // With the three `general`, 200.
            const Team team{.channels = i == 0 ? 65U : 66U, .messagesInEach = kept, .messagesInGeneral = inGeneral};
            m_servers.push_back(workspace.startServer(workspace.newTeam(std::format("team-{}", i), team)));
        }
        m_screen = std::make_unique<ChildProcess>("Xvfb",
                                                  std::vector<std::string>{"/usr/bin/env", "Xvfb", "-displayfd", "1",
                                                                           "-nolisten", "tcp", "-screen", "0",
                                                                           "1920x1200x24"},
                                                  m_log, "");
        std::fprintf(stderr, "desktop: filling the app's caches\n");
        std::vector<std::string> command{"keep", std::to_string(kept)};
        for (const auto &server : m_servers)
            command.push_back(std::format("http://127.0.0.1:{}", server->port()));
        m_kept = run(command).at("kept");
    }

    double keptMessages() const { return m_kept.at(0); }
    double keptChannels() const { return m_kept.at(1); }

    std::unique_ptr<ChildProcess> startApp() const
    {
        // It tells its log of its start, on standard error.
        return start("plexichat", {"/bin/sh", "-c", "exec 2>&1 \"$0\" --profile bench", m_app.string()},
                     "the timeline is shown");
    }
    std::unique_ptr<ChildProcess> startEmpty() const
    {
        return start("the empty window", {"/bin/sh", "-c", "exec \"$0\" empty", m_task.string()}, "shown");
    }

    Samples run(const std::vector<std::string> &task) const { return finish(*startTask(task)); }

    /** The same, with messages that come to the first workspace's `general` from the moment it says "ready". */
    Samples runAmongMessages(const std::vector<std::string> &task) const
    {
        const auto child = startTask(task);
        std::atomic_bool isOver = false;
        std::exception_ptr failure;
        std::thread poster([&] {
            try {
                postUntil(isOver);
            } catch (...) {
                failure = std::current_exception();
            }
        });
        Samples figures;
        try {
            figures = finish(*child);
        } catch (...) {
            isOver = true;
            poster.join();
            throw;
        }
        isOver = true;
        poster.join();
        if (failure)
            std::rethrow_exception(failure);
        return figures;
    }

private:
    std::unique_ptr<ChildProcess> start(const std::string &name, const std::vector<std::string> &command,
                                        const std::string &mark) const
    {
        std::vector<std::string> whole{"/usr/bin/env", "DISPLAY=:" + m_screen->marked(), "QT_QPA_PLATFORM=xcb",
                                       "QT_QUICK_BACKEND=software", "LANG=C.UTF-8",
                                       // No keychain and no panel: secrets go to a file.
                                       "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent",
                                       "XDG_CONFIG_HOME=" + (m_profile / "config").string(),
                                       "XDG_DATA_HOME=" + (m_profile / "data").string(), "QT_FORCE_STDERR_LOGGING=1",
                                       "QT_MESSAGE_PATTERN=%{message}", "QT_LOGGING_RULES=plexichat.start.info=true"};
        whole.insert(whole.end(), command.begin(), command.end());
        return std::make_unique<ChildProcess>(name, whole, m_log, mark);
    }

    std::unique_ptr<ChildProcess> startTask(std::vector<std::string> task) const
    {
        const std::string name = "the app's task '" + task.front() + "'";
        task.insert(task.begin(), m_task.string());
        return start(name, task, "ready");
    }

    static Samples finish(ChildProcess &child)
    {
        Samples figures;
        std::istringstream lines(child.readToEnd());
        std::string line;
        while (std::getline(lines, line)) {
            std::istringstream words(line);
            std::string name;
            words >> name;
            for (double value = 0; words >> value;)
                figures[name].push_back(value);
        }
        return figures;
    }

    void postUntil(const std::atomic_bool &isOver) const
    {
        const ChildProcess &server = *m_servers.front();
        const std::string token = signIn(server, "john", "john12345");
        HttpConnection connection(server.port());
        auto next = std::chrono::steady_clock::now();
        for (int i = 0; !isOver; ++i) {
            const std::string body = std::format(
                R"({{"channel_id":"general","content":"Message **{}** of somebody who writes a lot"}})", i);
            if (connection.exchange(requestText("POST", "/api/v1/messages", token, body)).status != 201)
                fail("a message was not taken");
            next += kBetweenPosts;
            std::this_thread::sleep_until(next);
        }
    }

    std::filesystem::path m_log;
    std::filesystem::path m_app;
    std::filesystem::path m_task;
    std::filesystem::path m_profile;
    std::vector<std::unique_ptr<ChildProcess>> m_servers;
    std::unique_ptr<ChildProcess> m_screen;
    std::vector<double> m_kept;
};

/** From just before the fork to the first picture with messages, beside the first picture of an empty window. */
void measureStart(Bench &bench, const DesktopWorld &world, Section &section)
{
    Figure start{.name = "from exec to the kept messages on the screen", .unit = "ms", .referenceName = "empty window"};
    Figure memory{.name = "resident memory one second later", .unit = "MB", .referenceName = "empty window"};
    const int starts = bench.isQuick ? 3 : 9;
    std::fprintf(stderr, "desktop: %d starts\n", starts);
    for (int i = 0; i < starts; ++i) {
        const auto app = world.startApp();
        start.server.push_back(app->startTime().count());
        std::this_thread::sleep_for(std::chrono::seconds(1));
        memory.server.push_back(app->residentMegabytes());
        app->stop();
        const auto empty = world.startEmpty();
        start.reference.push_back(empty->startTime().count());
        std::this_thread::sleep_for(std::chrono::seconds(1));
        memory.reference.push_back(empty->residentMegabytes());
    }
    bench.report.add(Bar{.what = "app: cold start to a usable cached timeline",
                         .wanted = "≤ 400 ms",
                         .measured = formatted(start.serverMedian()) + " ms",
                         .isMet = start.serverMedian() <= 400});
    section.figures.push_back(start);
    section.figures.push_back(memory);
}

void measureUse(Bench &bench, const DesktopWorld &world, Section &section)
{
    std::fprintf(stderr, "desktop: using everything\n");
    const Samples used = world.run({"use"});
    Figure memory{.name = "resident memory after every channel and panel was open",
                  .unit = "MB",
                  .referenceName = "empty window",
                  .server = used.at("memory-after"),
                  .reference = {section.figures.back().reference}};
    memory.reference.resize(1);
    bench.report.add(Bar{.what = std::format("app: resident memory, {} channels, {} kept messages, after use",
                                             formatted(world.keptChannels()), formatted(world.keptMessages())),
                         .wanted = "≤ 100 MB",
                         .measured = formatted(memory.serverMedian()) + " MB",
                         .isMet = memory.serverMedian() <= 100});
    section.figures.push_back(memory);
}

void measureReading(Bench &bench, const DesktopWorld &world, Section &section)
{
    Figure first{.name = "opening a channel for the first time, from the cache", .unit = "ms"};
    Figure again{.name = "opening the channel of 100,000 messages again, slowest of 10", .unit = "ms"};
    Figure frame{.name = "a frame while scrolling there, p50", .unit = "ms"};
    Figure slowest{.name = "the slowest frame", .unit = "ms"};
    std::fprintf(stderr, "desktop: %d times opening and scrolling\n", bench.rounds());
    for (int i = 0; i < bench.rounds(); ++i) {
        const Samples read = world.run({"read"});
        first.server.push_back(median(read.at("open-kept")));
        again.server.push_back(std::ranges::max(read.at("open-again")));
        frame.server.push_back(median(read.at("frames")));
        slowest.server.push_back(std::ranges::max(read.at("frames")));
    }
    bench.report.add(Bar{.what = "app: opening a channel of 100,000 messages",
                         .wanted = "≤ 100 ms",
                         .measured = formatted(again.serverMedian()) + " ms",
                         .isMet = again.serverMedian() <= 100});
    bench.report.add(Bar{.what = "app: the slowest frame while scrolling it",
                         .wanted = "≤ 33 ms",
                         .measured = formatted(slowest.serverMedian()) + " ms",
                         .isMet = slowest.serverMedian() <= 33});
    section.figures.insert(section.figures.end(), {first, again, frame, slowest});
}

void measureWriting(Bench &bench, const DesktopWorld &world, Section &section)
{
    Figure middle{.name = "key to glyph while messages come, p50", .unit = "ms"};
    Figure slow{.name = "key to glyph while messages come, p99", .unit = "ms"};
    Figure rate{.name = "messages that came meanwhile", .unit = "messages/s"};
    std::fprintf(stderr, "desktop: %d times writing\n", bench.rounds());
    for (int i = 0; i < bench.rounds(); ++i) {
        const Samples written = world.runAmongMessages({"write"});
        middle.server.push_back(median(written.at("key-to-glyph")));
        slow.server.push_back(percentile(written.at("key-to-glyph"), 0.99));
        rate.server.push_back(written.at("messages-per-second").at(0));
    }
    bench.report.add(Bar{.what = "app: key to glyph at 50 messages/s, p99",
                         .wanted = "≤ 50 ms",
                         .measured = formatted(slow.serverMedian()) + " ms",
                         .isMet = slow.serverMedian() <= 50});
    section.figures.insert(section.figures.end(), {middle, slow, rate});
}

} // namespace

void measureDesktop(Bench &bench)
{
    const DesktopWorld world(bench.workspace, bench.isQuick);
    Section section{
        .title = "The desktop app",
        .text = std::format(
            "The app on an X server of its own (Xvfb), drawn in software, signed in to {} servers with {} channels, of which "
            "its encrypted caches have {} messages; `general` of one of them has 100,000. Cold start and memory stand beside "
            "a QML window of the same size with one line of text. The start is the real program's, the rest is measured in a "
            "program that shows the same window.",
            kWorkspaces, formatted(world.keptChannels()), formatted(world.keptMessages())),
        .figures = {},
        .subject = "plexichat"};
    measureStart(bench, world, section);
    measureUse(bench, world, section);
    measureReading(bench, world, section);
    measureWriting(bench, world, section);
    bench.report.add(section);
}

} // namespace plexi::bench
