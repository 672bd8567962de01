// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/descriptor.h"

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace plexi::bench {

/**
 * A server under measurement: ours or a reference. It is killed when this object goes, and by the kernel when this
 * process ends in any other way.
 */
class ChildProcess
{
public:
    /**
     * Starts @p command, whose first part is the path of a program, and returns when it has printed a line with
     * `listening on http://127.0.0.1:PORT`.
     * @p log gets what it writes to standard error. Fails when it ends, or is silent for a minute.
     */
    ChildProcess(std::string name, const std::vector<std::string> &command, const std::filesystem::path &log);
    /** The same for a program that says nothing: returns when it takes connections on @p port. */
    ChildProcess(std::string name, const std::vector<std::string> &command, const std::filesystem::path &log,
                 std::uint16_t port);
    /** The same for one that prints lines: returns when one of them begins with @p mark, and keeps the rest of it. */
    ChildProcess(std::string name, const std::vector<std::string> &command, const std::filesystem::path &log,
                 std::string mark);
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;
    ~ChildProcess();

    const std::string &name() const { return m_name; }
    std::uint16_t port() const { return m_port; }
    /** What stood behind the mark. */
    const std::string &marked() const { return m_marked; }
    /** What it prints from now on, until it ends. Fails with another exit status than 0. */
    std::string readToEnd();
    /** From just before the fork to the reading of the line. */
    std::chrono::duration<double, std::milli> startTime() const { return m_startTime; }
    /** What it has in memory now (VmRSS), in MB of 10^6 bytes. */
    double residentMegabytes() const;
    /** Processor time that all of its threads used so far. */
    std::chrono::duration<double> processorTime() const;
    /** SIGTERM, and at most 10 s until it ends. Fails where that does not happen, or with another exit status than 0. */
    void stop();

private:
    void start(const std::vector<std::string> &command, const std::filesystem::path &log,
               void (ChildProcess::*await)(const std::filesystem::path &log));
    void awaitMark(const std::filesystem::path &log);
    void readAddress(const std::filesystem::path &log);
    void awaitListener(const std::filesystem::path &log);
    void kill(int signal);
    void expectGoodEnd(int status);

    std::string m_name;
    std::filesystem::path m_log;
    pid_t m_pid = -1;
    Descriptor m_output;
    std::string m_mark;
    std::string m_marked;
    /** Read already, and behind the mark's line. */
    std::string m_rest;
    std::uint16_t m_port = 0;
    std::chrono::duration<double, std::milli> m_startTime{};
};

} // namespace plexi::bench
