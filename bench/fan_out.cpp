// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/fan_out.h"

#include "bench/http_load.h"

#include <algorithm>
#include <deque>

namespace plexi::bench {

namespace {

constexpr std::chrono::seconds kPatience{60};

/** A text frame as a client sends it; a mask of zero is a valid one. */
std::string clientFrame(std::string_view payload)
{
    std::string frame{"\x81", 1};
    frame += static_cast<char>(0x80 | payload.size()); // shorter than 126 bytes
    frame.append(4, '\0');
    frame += payload;
    return frame;
}

/** Calls @p send while messages are left and the window has room; ends when all have arrived. */
FanOutResult deliver(Audience &audience, size_t messages, const std::function<bool()> &send,
                     const std::function<void()> &readAnswers)
{
    FanOutResult result;
    const size_t expected = messages * audience.size();
    size_t sent = 0;
    const auto start = Clock::now();
    auto last = start;
    while (result.deliveries < expected) {
        while (sent < messages && sent * audience.size() < result.deliveries + kWindow * audience.size() && send())
            ++sent;
        const size_t arrived = audience.receive(std::chrono::milliseconds(1));
        readAnswers();
        result.deliveries += arrived;
        const auto now = Clock::now();
        if (arrived > 0)
            last = now;
        else if (now - last > kPatience)
            giveUp("only " + std::to_string(result.deliveries) + " of " + std::to_string(expected) + " frames arrived");
    }
    result.seconds = std::chrono::duration<double>(last - start).count();
    return result;
}

} // namespace

std::string serverFrame(std::string_view payload)
{
    std::string frame{"\x81\x7e", 2}; // final text frame, length in the next two bytes
    frame += static_cast<char>(payload.size() >> 8);
    frame += static_cast<char>(payload.size() & 0xff);
    frame += payload;
    return frame;
}

size_t FrameCounter::feed(std::string_view bytes)
{
    size_t complete = 0;
    while (!bytes.empty()) {
        if (m_isInPayload) {
            const auto taken = std::min<uint64_t>(m_remaining, bytes.size());
            m_remaining -= taken;
            bytes.remove_prefix(static_cast<size_t>(taken));
        } else {
            m_head += bytes.front();
            bytes.remove_prefix(1);
            const size_t marker = m_head.size() < 2 ? 0 : static_cast<unsigned char>(m_head[1]) & 0x7f;
            const size_t extra = marker == 126 ? 2 : marker == 127 ? 8 : 0;
            if (m_head.size() < 2 + extra)
                continue;
            m_remaining = extra == 0 ? marker : 0;
            for (size_t i = 0; i < extra; ++i)
                m_remaining = m_remaining << 8 | static_cast<unsigned char>(m_head[2 + i]);
            m_counts = m_remaining >= m_smallest;
            m_isInPayload = true;
            m_head.clear();
        }
        if (m_isInPayload && m_remaining == 0) {
            m_isInPayload = false;
            complete += m_counts ? 1 : 0;
        }
    }
    return complete;
}

struct Audience::Listener {
    explicit Listener(size_t smallestFrame) : frames(smallestFrame) { }
    Descriptor descriptor;
    FrameCounter frames;
};

Audience::Audience(size_t count, size_t smallestFrame) : m_count(count), m_smallestFrame(smallestFrame) { }

Audience::~Audience() = default;

size_t Audience::size() const
{
    return m_listeners.size();
}

void Audience::connectPlain(uint16_t port)
{
    for (size_t i = 0; i < m_count; ++i) {
        auto listener = std::make_unique<Listener>(m_smallestFrame);
        listener->descriptor = connectTo(port);
        m_poller.watch(listener->descriptor.value(), EPOLLIN, i);
        m_listeners.push_back(std::move(listener));
    }
}

void Audience::connectWebSockets(uint16_t port, const std::string &accessToken)
{
    for (size_t i = 0; i < m_count; ++i) {
        auto listener = std::make_unique<Listener>(m_smallestFrame);
        openWebSocket(*listener, port, accessToken);
        m_poller.watch(listener->descriptor.value(), EPOLLIN, i);
        m_listeners.push_back(std::move(listener));
    }
}

void Audience::openWebSocket(Listener &listener, uint16_t port, const std::string &accessToken)
{
    listener.descriptor = connectTo(port);
    const int descriptor = listener.descriptor.value();
    // the key is the example of RFC 6455 §1.3; nothing here depends on its being random
    writeAll(descriptor,
             "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port)
                 + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                 + accessToken + "\r\n\r\n" + clientFrame(R"({"type":"subscribe","channels":["general"]})"));
    Poller poller;
    poller.watch(descriptor, EPOLLIN, 0);
    std::string received;
    const auto deadline = Clock::now() + kPatience;
    while (!received.contains("\"subscribed\"")) {
        poller.wait(std::chrono::seconds(1));
        if (readInto(received, descriptor) == ReadOutcome::Closed || Clock::now() > deadline)
            giveUp("a WebSocket could not subscribe: " + received.substr(0, 600));
    }
    if (!received.starts_with("HTTP/1.1 101"))
        giveUp("a WebSocket was refused: " + received.substr(0, 600));
    listener.frames.feed(std::string_view(received).substr(received.find("\r\n\r\n") + 4));
}

size_t Audience::receive(std::chrono::milliseconds timeout)
{
    size_t count = 0;
    std::string buffer;
    for (const epoll_event &event : m_poller.wait(timeout)) {
        Listener &listener = *m_listeners[event.data.u64];
        buffer.clear();
        if (readInto(buffer, listener.descriptor.value()) == ReadOutcome::Closed)
            giveUp("the server has closed a socket of the audience");
        count += listener.frames.feed(buffer);
    }
    return count;
}

FanOutResult deliverFromHttp(Audience &audience, uint16_t port, const std::string &request, size_t messages)
{
    constexpr size_t kSenders = 16;
    struct Sender {
        Descriptor descriptor;
        std::string received;
    };
    std::vector<Sender> senders(kSenders);
    std::deque<Sender *> idle;
    for (Sender &sender : senders) {
        sender.descriptor = connectTo(port);
        idle.push_back(&sender);
    }
    const auto send = [&] {
        if (idle.empty())
            return false;
        writeAll(idle.front()->descriptor.value(), request);
        idle.pop_front();
        return true;
    };
    const auto readAnswers = [&] {
        for (Sender &sender : senders) {
            if (std::ranges::contains(idle, &sender))
                continue;
            if (readInto(sender.received, sender.descriptor.value()) == ReadOutcome::Closed)
                giveUp("the server has closed a connection that was in use");
            size_t size = 0;
            if (!isComplete(sender.received, &size))
                continue;
            if (!sender.received.starts_with("HTTP/1.1 2"))
                giveUp("an answer was not 2xx: " + sender.received.substr(0, 600));
            sender.received.erase(0, size);
            idle.push_back(&sender);
        }
    };
    return deliver(audience, messages, send, readAnswers);
}

FanOutResult deliverFromSocket(Audience &audience, uint16_t port, const std::string &frame, size_t messages)
{
    const Descriptor sender = connectTo(port);
    const auto send = [&] {
        writeAll(sender.value(), frame);
        return true;
    };
    return deliver(audience, messages, send, [] { });
}

} // namespace plexi::bench
