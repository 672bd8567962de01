// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/poller.h"

#include "bench/failure.h"

#include <cerrno>

namespace plexi::bench {

Poller::Poller() : m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll)
        failWithErrno("epoll_create1");
}

void Poller::add(const Descriptor &descriptor, std::uint64_t tag, std::uint32_t events)
{
    epoll_event event{.events = events, .data = {.u64 = tag}};
    if (epoll_ctl(m_epoll.number(), EPOLL_CTL_ADD, descriptor.number(), &event) < 0)
        failWithErrno("epoll_ctl");
}

void Poller::change(const Descriptor &descriptor, std::uint64_t tag, std::uint32_t events)
{
    epoll_event event{.events = events, .data = {.u64 = tag}};
    if (epoll_ctl(m_epoll.number(), EPOLL_CTL_MOD, descriptor.number(), &event) < 0)
        failWithErrno("epoll_ctl");
}

std::span<const epoll_event> Poller::wait(std::chrono::milliseconds timeout)
{
    const int count = epoll_wait(m_epoll.number(), m_events.data(), static_cast<int>(m_events.size()),
                                 static_cast<int>(timeout.count()));
    failWhenInterrupted();
    if (count < 0 && errno != EINTR)
        failWithErrno("epoll_wait");
    return std::span(m_events).first(static_cast<std::size_t>(count < 0 ? 0 : count));
}

} // namespace plexi::bench
