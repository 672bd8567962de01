// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/epoll.h>

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/** What the load generator and the reference programs stand on: plain Linux sockets. A benchmark has no other use for an
 *  error than to end with a sentence, so everything here does that. */
namespace plexi::bench {

using Clock = std::chrono::steady_clock;

[[noreturn]] void giveUp(const std::string &sentence);

/** Owns a file descriptor. */
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int value) : m_value(value) { }
    Descriptor(Descriptor &&other) noexcept : m_value(std::exchange(other.m_value, -1)) { }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_value, other.m_value);
        return *this;
    }
    ~Descriptor();

    int value() const { return m_value; }
    bool isOpen() const { return m_value >= 0; }

private:
    int m_value = -1;
};

/** A level-triggered epoll instance; @c tag comes back with each event. */
class Poller
{
public:
    Poller();
    void watch(int descriptor, uint32_t events, uint64_t tag);
    void change(int descriptor, uint32_t events, uint64_t tag);
    /** Waits at most @p timeout; negative waits for ever. The span is good until the next call. */
    std::span<const epoll_event> wait(std::chrono::milliseconds timeout);

private:
    Descriptor m_descriptor;
    std::vector<epoll_event> m_events;
};

/** A connection to this port of 127.0.0.1, not blocking once it stands. */
Descriptor connectTo(uint16_t port);

/** A listening socket on a free port of 127.0.0.1, not blocking. */
Descriptor listenOnLoopback();
uint16_t portOf(const Descriptor &listener);
/** The next waiting connection, not blocking; not open where none waits. */
Descriptor acceptFrom(const Descriptor &listener);

enum class ReadOutcome { Data, Nothing, Closed };
/** Appends what there is to @p buffer, at most 64 KiB. */
ReadOutcome readInto(std::string &buffer, int descriptor);

/** Writes all of it; for messages that are smaller than the socket's buffer. */
void writeAll(int descriptor, std::string_view bytes);
/** Writes what fits and returns how much that was. */
size_t writeSome(int descriptor, std::string_view bytes);

/** Lets this process and its children have as many descriptors as the system allows. */
void raiseDescriptorLimit();

} // namespace plexi::bench
