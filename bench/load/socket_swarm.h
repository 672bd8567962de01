// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/descriptor.h"
#include "bench/http.h"
#include "bench/poller.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace plexi::bench {

struct FanOutPlan {
    /** A POST that the program under measurement answers with 201 and sends to every socket as a `message` event. */
    std::string request;
    /** Connections that post. */
    int posters = 32;
    /** The messages that may be on their way to the sockets, on the average; posting waits for them. */
    std::uint64_t window = 32;
    std::chrono::milliseconds duration{3'000};
};

struct FanOutResult {
    double deliveriesPerSecond = 0;
    double messagesPerSecond = 0;
};

/** Many WebSockets of one client thread, all subscribed to one channel. */
class SocketSwarm
{
public:
    /**
     * Connects @p count sockets as @p token and subscribes each to @p channel. Fails when one of them is refused, or when
     * none is ready for 20 s.
     */
    SocketSwarm(std::uint16_t port, const std::string &token, const std::string &channel, std::size_t count);

    /**
     * Posts and counts what arrives; to be called once. Fails when a post is not answered with 201, and when a socket did not get every
     * message exactly once (those under way at the end get 20 s).
     */
    FanOutResult run(const FanOutPlan &plan);

    /** Bytes of the payload of a `message` event, from the last one that arrived. */
    std::size_t eventBytes() const { return m_eventBytes; }

private:
    enum class State { HandshakeSent, SubscriptionSent, Live };
    struct Socket {
        Descriptor descriptor;
        State state = State::HandshakeSent;
        /** The beginning of what is not whole yet. */
        std::string rest;
        std::uint64_t messages = 0;
    };

    void connectNext();
    [[noreturn]] void failToSubscribe() const;
    void receive(Socket &socket);
    std::size_t takeHandshake(Socket &socket, std::string_view bytes);
    void take(Socket &socket, int opcode, std::string_view payload);
    void write(Socket &socket, const std::string &bytes);

    void postWhatFits(const FanOutPlan &plan);
    void receivePost(std::size_t poster);
    void checkDeliveries() const;

    std::uint16_t m_port;
    std::string m_handshake;
    std::string m_subscription;
    Poller m_poller;
    std::deque<Socket> m_sockets;
    std::vector<char> m_buffer;
    std::size_t m_ready = 0;
    std::size_t m_eventBytes = 0;

    std::deque<HttpConnection> m_posters;
    std::vector<std::size_t> m_idlePosters;
    std::uint64_t m_posted = 0;
    std::uint64_t m_delivered = 0;
};

} // namespace plexi::bench
