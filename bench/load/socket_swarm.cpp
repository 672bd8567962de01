// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/socket_swarm.h"

#include "bench/failure.h"
#include "bench/load/socket_frames.h"
#include "bench/load/websocket_handshake.h"
#include "bench/sockets.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace plexi::bench {

namespace {

using Clock = std::chrono::steady_clock;

/** Handshakes at the same time: enough to keep the server busy, well under a usual backlog of 128. */
constexpr std::size_t kParallelHandshakes = 64;
/** Without any progress. */
constexpr std::chrono::seconds kPatience{20};
constexpr std::uint64_t kPosterTag = 1ULL << 32;

} // namespace

SocketSwarm::SocketSwarm(std::uint16_t port, const std::string &token, const std::string &channel, std::size_t count)
    : m_port(port), m_handshake(handshakeRequest("/ws", token)),
      m_subscription(clientFrame(kTextFrame, R"({"type":"subscribe","channels":[")" + channel + R"("]})")),
      m_buffer(1 << 18)
{
    auto lastProgress = Clock::now();
    while (m_ready < count) {
        while (m_sockets.size() < count && m_sockets.size() - m_ready < kParallelHandshakes)
            connectNext();
        const std::size_t before = m_ready;
        for (const epoll_event &event : m_poller.wait(std::chrono::seconds(1)))
            receive(m_sockets[event.data.u64]);
        if (m_ready > before)
            lastProgress = Clock::now();
        else if (Clock::now() - lastProgress > kPatience)
            failToSubscribe();
    }
}

void SocketSwarm::failToSubscribe() const
{
    const auto inHandshake = std::ranges::count_if(
        m_sockets, [](const Socket &each) { return each.state == State::HandshakeSent; });
    fail("of " + std::to_string(m_sockets.size()) + " sockets " + std::to_string(m_ready)
         + " were subscribed, then none for " + std::to_string(kPatience.count()) + " s; " + std::to_string(inHandshake)
         + " wait for the answer to their handshake");
}

FanOutResult SocketSwarm::run(const FanOutPlan &plan)
{
    for (int i = 0; i < plan.posters; ++i) {
        m_idlePosters.push_back(m_posters.size());
        m_posters.emplace_back(m_port);
        m_poller.add(m_posters.back().descriptor(), kPosterTag + m_idlePosters.back());
    }
    const auto begin = Clock::now();
    const auto end = begin + plan.duration;
    auto lastDelivery = begin;
    bool isPosting = true;
    while (true) {
        isPosting = isPosting && Clock::now() < end;
        if (isPosting)
            postWhatFits(plan);
        const bool isQuiet = m_idlePosters.size() == m_posters.size() && m_delivered >= m_posted * m_sockets.size();
        if (!isPosting && isQuiet)
            break;
        const auto before = m_delivered;
        for (const epoll_event &event : m_poller.wait(std::chrono::seconds(1))) {
            if (event.data.u64 >= kPosterTag)
                receivePost(event.data.u64 - kPosterTag);
            else
                receive(m_sockets[event.data.u64]);
        }
        if (m_delivered > before)
            lastDelivery = Clock::now();
        else if (Clock::now() - std::max(lastDelivery, begin) > kPatience)
            break;
    }
    checkDeliveries();
    const std::chrono::duration<double> time = lastDelivery - begin;
    return {.deliveriesPerSecond = static_cast<double>(m_delivered) / time.count(),
            .messagesPerSecond = static_cast<double>(m_posted) / time.count()};
}

void SocketSwarm::connectNext()
{
    Socket &socket = m_sockets.emplace_back();
    socket.descriptor = connectTo(m_port);
    m_poller.add(socket.descriptor, m_sockets.size() - 1);
    write(socket, m_handshake);
}

void SocketSwarm::receive(Socket &socket)
{
    // What was left over goes before what comes now, so that whole frames lie together.
    std::memcpy(m_buffer.data(), socket.rest.data(), socket.rest.size());
    const std::size_t kept = socket.rest.size();
    const ssize_t count = recv(socket.descriptor.number(), m_buffer.data() + kept, m_buffer.size() - kept, 0);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0)
        fail("the server closed a socket after " + std::to_string(socket.messages) + " messages");
    std::string_view bytes(m_buffer.data(), kept + static_cast<std::size_t>(count));
    if (socket.state == State::HandshakeSent)
        bytes.remove_prefix(takeHandshake(socket, bytes));
    if (socket.state != State::HandshakeSent)
        bytes.remove_prefix(takeFrames(bytes, [&](const Frame &frame) { take(socket, frame.opcode, frame.payload); }));
    if (bytes.size() > m_buffer.size() / 2)
        fail("a socket got a frame of more than 128 KiB");
    socket.rest.assign(bytes);
}

std::size_t SocketSwarm::takeHandshake(Socket &socket, std::string_view bytes)
{
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    if (!isHandshakeAnswer(bytes.substr(0, end + 2)))
        fail("a WebSocket was refused: " + std::string(bytes.substr(0, 300)));
    socket.state = State::SubscriptionSent;
    write(socket, m_subscription);
    return end + 4;
}

void SocketSwarm::take(Socket &socket, int opcode, std::string_view payload)
{
    if (opcode == kPingFrame)
        write(socket, clientFrame(kPongFrame, payload));
    else if (opcode == kCloseFrame)
        fail("the server closed a socket after " + std::to_string(socket.messages) + " messages");
    else if (isEvent(payload, "message")) {
        ++socket.messages;
        ++m_delivered;
        m_eventBytes = payload.size();
    } else if (isEvent(payload, "subscribed") && socket.state == State::SubscriptionSent) {
        socket.state = State::Live;
        ++m_ready;
    } else if (isEvent(payload, "error")) {
        fail("a socket got " + std::string(payload.substr(0, 300)));
    }
}

void SocketSwarm::write(Socket &socket, const std::string &bytes)
{
    if (send(socket.descriptor.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL)
        != static_cast<ssize_t>(bytes.size()))
        failWithErrno("a socket took no frame");
}

void SocketSwarm::postWhatFits(const FanOutPlan &plan)
{
    while (!m_idlePosters.empty() && m_posted * m_sockets.size() < m_delivered + plan.window * m_sockets.size()) {
        m_posters[m_idlePosters.back()].send(plan.request);
        m_idlePosters.pop_back();
        ++m_posted;
    }
}

void SocketSwarm::receivePost(std::size_t poster)
{
    const auto response = m_posters[poster].receive();
    if (!response)
        return;
    if (response->status != 201) {
        fail("a post was answered with " + std::to_string(response->status) + ": "
             + std::string(response->body.substr(0, 300)));
    }
    m_idlePosters.push_back(poster);
}

void SocketSwarm::checkDeliveries() const
{
    const auto wrong = std::ranges::find_if(m_sockets,
                                            [this](const Socket &socket) { return socket.messages != m_posted; });
    if (wrong != m_sockets.end()) {
        fail("a delivery was lost or doubled: a socket got " + std::to_string(wrong->messages) + " of "
             + std::to_string(m_posted) + " messages");
    }
}

} // namespace plexi::bench
