// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/termination.h"

#include <csignal>
#include <pthread.h>

namespace plexi::commands {

namespace {

sigset_t terminationSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

void holdTerminationSignals()
{
    // Blocked in this thread and so in all that it starts: no code ever runs in a signal handler.
    const sigset_t set = terminationSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    // A client that left must not end the server: writes then fail with EPIPE.
    std::signal(SIGPIPE, SIG_IGN);
}

void waitForTermination()
{
    const sigset_t set = terminationSignals();
    int received = 0;
    while (sigwait(&set, &received) != 0) { }
}

} // namespace plexi::commands
