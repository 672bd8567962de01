// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/environment.h"

#include "bench/build_facts.h"

#include <sqlite3.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <chrono>
#include <format>
#include <fstream>

namespace plexi::bench {

namespace {

std::string processorName()
{
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with("model name"))
            return line.substr(line.find(':') + 2);
    }
    return "unknown processor";
}

/** statfs(2) lists these numbers. */
std::string fileSystemName(const std::filesystem::path &directory)
{
    struct statfs facts = {};
    if (statfs(directory.c_str(), &facts) != 0)
        return "unknown";
    switch (static_cast<unsigned long>(facts.f_type)) {
    case 0xEF53:
        return "ext4";
    case 0x58465342:
        return "xfs";
    case 0x9123683E:
        return "btrfs";
    case 0x01021994:
        return "tmpfs (in memory: nothing is synced to a disk)";
    case 0x794C7630:
        return "overlay";
    case 0x2FC12FC1:
        return "zfs";
    case 0xF2F52010:
        return "f2fs";
    default:
        return std::format("type {:#x}", static_cast<unsigned long>(facts.f_type));
    }
}

} // namespace

std::string loadAverage()
{
    std::ifstream file("/proc/loadavg");
    std::string oneMinute;
    file >> oneMinute;
    return oneMinute;
}

std::string environmentList(const std::filesystem::path &directory)
{
    utsname system = {};
    uname(&system);
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return std::format("- {:%F}, version {}\n"
                       "- {} processors, {}; load average of the minute before the run: {}\n"
                       "- {} {}, data on {}\n"
                       "- {}, {}, Qt {}, SQLite {}\n",
                       today, kVersion, sysconf(_SC_NPROCESSORS_ONLN), processorName(), loadAverage(), system.sysname,
                       system.release, fileSystemName(directory), kCompiler, kBuildType, kQtVersion,
                       sqlite3_libversion());
}

} // namespace plexi::bench
