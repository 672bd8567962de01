// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/child_process.h"

#include "bench/failure.h"
#include "bench/poller.h"
#include "bench/sockets.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <ctime>
#include <fstream>

namespace plexi::bench {

namespace {

using Clock = std::chrono::steady_clock;

// Our server's first start makes keys and hashes passwords; a minute is far beyond that, also on a busy machine.
constexpr std::chrono::minutes kPatience{1};

/** Between fork and exec: only what is safe there. Does not return. */
[[noreturn]] void become(char *const *arguments, int output, int log)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
        std::signal(number, SIG_DFL);
    dup2(output, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    execv(arguments[0], arguments);
    _exit(127);
}

std::string lastLine(const std::filesystem::path &path)
{
    std::ifstream file(path);
    std::string line;
    std::string last;
    while (std::getline(file, line)) {
        if (!line.empty())
            last = line;
    }
    return last.empty() ? "it wrote no reason" : last;
}

} // namespace

ChildProcess::ChildProcess(std::string name, const std::vector<std::string> &command, const std::filesystem::path &log)
    : m_name(std::move(name))
{
    start(command, log, &ChildProcess::readAddress);
}

ChildProcess::ChildProcess(std::string name, const std::vector<std::string> &command, const std::filesystem::path &log,
                           std::uint16_t port)
    : m_name(std::move(name)), m_port(port)
{
    start(command, log, &ChildProcess::awaitListener);
}

ChildProcess::ChildProcess(std::string name, const std::vector<std::string> &command, const std::filesystem::path &log,
                           std::string mark)
    : m_name(std::move(name)), m_mark(std::move(mark))
{
    start(command, log, &ChildProcess::awaitMark);
}

void ChildProcess::start(const std::vector<std::string> &command, const std::filesystem::path &log,
                         void (ChildProcess::*await)(const std::filesystem::path &log))
{
    m_log = log;
    std::vector<char *> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string &argument : command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);
    const Descriptor logFile(open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!logFile)
        failWithErrno(log.string());
    std::array<int, 2> ends = {};
    if (pipe2(ends.data(), O_CLOEXEC) < 0)
        failWithErrno("pipe2");
    m_output = Descriptor(ends[0]);
    Descriptor output(ends[1]);

    const auto begin = Clock::now();
    m_pid = fork();
    if (m_pid < 0)
        failWithErrno("fork");
    if (m_pid == 0)
        become(arguments.data(), output.number(), logFile.number());
    try {
        output.close();
        (this->*await)(log);
    } catch (...) {
        kill(SIGKILL);
        throw;
    }
    m_startTime = Clock::now() - begin;
}

ChildProcess::~ChildProcess()
{
    kill(SIGKILL);
}

void ChildProcess::awaitMark(const std::filesystem::path &log)
{
    const auto deadline = Clock::now() + kPatience;
    Poller poller;
    poller.add(m_output, 0);
    std::string text = "\n";
    while (Clock::now() < deadline) {
        if (poller.wait(std::chrono::milliseconds(200)).empty())
            continue;
        std::array<char, 4096> buffer;
        const ssize_t count = read(m_output.number(), buffer.data(), buffer.size());
        if (count <= 0)
            fail(m_name + " ended too early: " + lastLine(log));
        text.append(buffer.data(), static_cast<std::size_t>(count));
        const std::size_t begin = text.find("\n" + m_mark);
        const std::size_t end = begin == std::string::npos ? begin : text.find('\n', begin + 1);
        if (end == std::string::npos)
            continue;
        m_marked = text.substr(begin + 1 + m_mark.size(), end - begin - 1 - m_mark.size());
        m_rest = text.substr(end + 1);
        return;
    }
    fail(m_name + " did not say '" + m_mark + "' within a minute");
}

void ChildProcess::readAddress(const std::filesystem::path &log)
{
    m_mark = "listening on http://127.0.0.1:";
    awaitMark(log);
    std::from_chars(m_marked.data(), m_marked.data() + m_marked.size(), m_port);
}

void ChildProcess::awaitListener(const std::filesystem::path &log)
{
    const auto deadline = Clock::now() + kPatience;
    while (Clock::now() < deadline) {
        if (isListening(m_port))
            return;
        if (waitpid(m_pid, nullptr, WNOHANG) == m_pid) {
            m_pid = -1;
            fail(m_name + " ended before it listened: " + lastLine(log));
        }
        usleep(1'000);
        failWhenInterrupted();
    }
    fail(m_name + " did not listen within a minute");
}

double ChildProcess::residentMegabytes() const
{
    std::ifstream status("/proc/" + std::to_string(m_pid) + "/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmRSS:"))
            return std::stod(line.substr(6)) * 1024 / 1e6;
    }
    fail(m_name + " is not running any more");
}

std::chrono::duration<double> ChildProcess::processorTime() const
{
    clockid_t clock = 0;
    timespec time = {};
    if (clock_getcpuclockid(m_pid, &clock) != 0 || clock_gettime(clock, &time) != 0)
        fail(m_name + " is not running any more");
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void ChildProcess::stop()
{
    ::kill(m_pid, SIGTERM);
    const auto deadline = Clock::now() + std::chrono::seconds(10);
    int status = 0;
    while (Clock::now() < deadline) {
        if (waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_pid = -1;
            expectGoodEnd(status);
            return;
        }
        usleep(1'000);
        failWhenInterrupted();
    }
    fail(m_name + " did not end within 10 s of SIGTERM");
}

std::string ChildProcess::readToEnd()
{
    std::string text = std::move(m_rest);
    std::array<char, 4096> buffer;
    for (;;) {
        const ssize_t count = read(m_output.number(), buffer.data(), buffer.size());
        failWhenInterrupted();
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
    expectGoodEnd(status);
    return text;
}

void ChildProcess::expectGoodEnd(int status)
{
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        fail(m_name + " did not end with exit status 0: " + lastLine(m_log));
}

void ChildProcess::kill(int signal)
{
    if (m_pid < 0)
        return;
    ::kill(m_pid, signal);
    while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    m_pid = -1;
}

} // namespace plexi::bench
