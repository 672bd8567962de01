// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/descriptor.h"

#include <sys/epoll.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <span>

namespace plexi::bench {

/** An epoll instance, level-triggered. */
class Poller
{
public:
    Poller();

    /** @p tag comes back in epoll_event::data.u64. */
    void add(const Descriptor &descriptor, std::uint64_t tag, std::uint32_t events = EPOLLIN);
    void change(const Descriptor &descriptor, std::uint64_t tag, std::uint32_t events);
    /** What happened, for at most @p timeout; negative waits without an end. Fails when the program is interrupted. */
    std::span<const epoll_event> wait(std::chrono::milliseconds timeout);

private:
    Descriptor m_epoll;
    std::array<epoll_event, 512> m_events;
};

} // namespace plexi::bench
