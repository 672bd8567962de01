// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/sockets.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plexi::bench {

/** Counts WebSocket frames from a server (RFC 6455 §5.2: not masked) without keeping what they hold. */
class FrameCounter
{
public:
    /** Frames with a payload of at least @p smallest bytes count; others, like a ping, pass. */
    explicit FrameCounter(size_t smallest) : m_smallest(smallest) { }
    /** The number of frames that these bytes complete. */
    size_t feed(std::string_view bytes);

private:
    size_t m_smallest;
    std::string m_head;
    uint64_t m_remaining = 0;
    bool m_counts = false;
    bool m_isInPayload = false;
};

/** Sockets that only receive. */
class Audience
{
public:
    Audience(size_t count, size_t smallestFrame);
    ~Audience();

    /** Plain connections, to the reference broadcaster. */
    void connectPlain(uint16_t port);
    /** WebSockets that have subscribed to the channel general. */
    void connectWebSockets(uint16_t port, const std::string &accessToken);

    size_t size() const;
    /** Reads whatever has come, waiting at most @p timeout for the first; the number of frames. */
    size_t receive(std::chrono::milliseconds timeout);

private:
    struct Listener;
    void openWebSocket(Listener &listener, uint16_t port, const std::string &accessToken);
    size_t m_count;
    size_t m_smallestFrame;
    Poller m_poller;
    std::vector<std::unique_ptr<Listener>> m_listeners;
};

struct FanOutResult {
    size_t deliveries = 0;
    double seconds = 0;
    double perSecond() const { return static_cast<double>(deliveries) / seconds; }
};

/** Messages in flight, not yet with the whole audience. */
constexpr size_t kWindow = 64;

/** Sends as fast as the window allows, until @p messages have reached everybody. */
FanOutResult deliverFromHttp(Audience &audience, uint16_t port, const std::string &request, size_t messages);
FanOutResult deliverFromSocket(Audience &audience, uint16_t port, const std::string &frame, size_t messages);

/** A text frame as a server sends it. */
std::string serverFrame(std::string_view payload);

} // namespace plexi::bench
