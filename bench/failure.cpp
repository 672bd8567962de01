// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/failure.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>

namespace plexi::bench {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void rememberInterruption(int)
{
    interrupted = 1;
}

} // namespace

void fail(const std::string &sentence)
{
    throw std::runtime_error(sentence);
}

void failWithErrno(const std::string &what)
{
    fail(what + ": " + std::strerror(errno));
}

void catchInterruptions()
{
    struct sigaction action = {};
    action.sa_handler = rememberInterruption;
    // Without SA_RESTART: waiting calls end with EINTR.
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaction(number, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void failWhenInterrupted()
{
    if (interrupted)
        fail("interrupted");
}

} // namespace plexi::bench
