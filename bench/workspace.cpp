// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/workspace.h"

#include "bench/failure.h"
#include "bench/http.h"
#include "bench/load/request_load.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <thread>

namespace plexi::bench {

namespace fs = std::filesystem;

Workspace::Workspace(const Options &options)
    : m_isQuick(options.isQuick), m_self(fs::read_symlink("/proc/self/exe")), m_server(options.server)
{
    if (m_server.empty())
        m_server = m_self.parent_path() / "plexichat-server";
    if (!fs::exists(m_server))
        fail("there is no " + m_server.string() + "; build the target plexichat-server");
    // Not in /tmp, which is in memory on many machines.
    const fs::path parent = options.directory.empty() ? m_self.parent_path() : options.directory;
    std::string name = (fs::absolute(parent) / "bench-data-XXXXXX").string();
    if (!mkdtemp(name.data()))
        failWithErrno(name);
    m_root = name;
}

Workspace::~Workspace()
{
    std::error_code ignored;
    fs::remove_all(m_root, ignored);
}

fs::path Workspace::newDirectory(const std::string &name)
{
    fs::create_directory(m_root / name);
    return m_root / name;
}

std::unique_ptr<ChildProcess> Workspace::startServer(const fs::path &dataDirectory) const
{
    const std::vector<std::string> command{m_server.string(), "serve",       "--dev",      "--rate-limits",       "off",
                                           "--listen",        "127.0.0.1:0", "--data-dir", dataDirectory.string()};
    return std::make_unique<ChildProcess>("plexichat-server", command, m_root / "server.log");
}

fs::path Workspace::newTeam(const std::string &name, const Team &team)
{
    fs::path directory = newDirectory(name);
    // Makes the tables and the first people.
    startServer(directory)->stop();
    fill(directory, team);
    return directory;
}

fs::path Workspace::program(const std::string &name) const
{
    fs::path path = m_self.parent_path() / name;
    if (!fs::exists(path))
        fail("there is no " + path.string() + "; build the target " + name);
    return path;
}

std::unique_ptr<ChildProcess> Workspace::startReference(const std::vector<std::string> &arguments) const
{
    std::vector<std::string> command{m_self.string(), "reference"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return std::make_unique<ChildProcess>("the reference '" + arguments.front() + "'", command,
                                          m_root / "reference.log");
}

const Workspace::History &Workspace::history()
{
    if (!m_history) {
        History history{newDirectory("history"), newDirectory("history-reference"), {}};
        fillHistory(history);
        m_history = std::move(history);
    }
    return *m_history;
}

void Workspace::fillHistory(History &history) const
{
    const std::size_t count = m_isQuick ? 10'000 : 100'000;
    std::fprintf(stderr, "history: posting %zu messages\n", count);
    const auto server = startServer(history.serverDirectory);
    const auto keepId = [&history](const Response &answer) {
        const std::string_view id = jsonString(answer.body, "id").substr(std::string_view("msg_").size());
        std::from_chars(id.data(), id.data() + id.size(), history.messages.emplace_back());
    };
    LoadPlan plan{
        .port = server->port(), .request = postRequest(signIn(*server)), .connections = 64, .expectedStatus = 201};
    plan.warmUp = std::chrono::milliseconds(0);
    plan.duration = std::chrono::seconds(90);
    plan.maxRequests = count;
    plan.onAnswer = keepId;
    runLoad(plan);
    server->stop();
    if (history.messages.size() < count)
        fail("the server stored only " + std::to_string(history.messages.size()) + " messages in 90 s");
    std::ranges::sort(history.messages);
    startReference({"store", history.referenceDirectory.string(), std::to_string(count)});
}

const Workspace::Large &Workspace::large()
{
    if (!m_large)
        m_large = generated("large", m_isQuick ? 20'000 : 1'000'000);
    return *m_large;
}

const Workspace::Large &Workspace::small()
{
    if (!m_small)
        m_small = generated("small", 1'000);
    return *m_small;
}

Workspace::Large Workspace::generated(const std::string &name, std::size_t messages)
{
    Large large{.directory = newDirectory(name), .data = {}};
    // Makes the tables and the first people.
    startServer(large.directory)->stop();
    std::fprintf(stderr, "%s workspace: writing %zu messages\n", name.c_str(), messages);
    large.data = fill(large.directory, messages);
    std::fprintf(stderr, "%s workspace: indexing\n", name.c_str());
    const auto begin = std::chrono::steady_clock::now();
    const auto server = startServer(large.directory);
    HttpConnection connection(server->port());
    const std::string request = requestText("GET", "/api/v1/messages/search?q=zzzz", signIn(*server));
    while (!connection.exchange(request).body.contains("\"is_complete\":true"))
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    large.indexSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    server->stop();
    return large;
}

std::string signIn(const ChildProcess &server, std::string_view username, std::string_view password)
{
    HttpConnection connection(server.port());
    const Response answer = connection.exchange(requestText(
        "POST", "/api/v1/auth/login", {}, std::format(R"({{"username":"{}","password":"{}"}})", username, password)));
    const std::string token(jsonString(answer.body, "access_token"));
    if (answer.status != 200 || token.empty())
        fail("signing in was answered with " + std::to_string(answer.status));
    return token;
}

std::string postRequest(const std::string &token)
{
    return requestText("POST", "/api/v1/messages", token,
                       R"({"channel_id":"general","content":")" + std::string(100, 'x') + R"("})");
}

} // namespace plexi::bench
