// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sockets.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace plexi::bench {

namespace {

void check(bool isFine, const char *what)
{
    if (!isFine)
        giveUp(std::string(what) + ": " + std::strerror(errno));
}

sockaddr_in loopback(uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void sendAtOnce(int descriptor)
{
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

void giveUp(const std::string &sentence)
{
    std::fprintf(stderr, "plexichat-bench: %s\n", sentence.c_str());
    std::exit(1);
}

Descriptor::~Descriptor()
{
    if (m_value >= 0)
        ::close(m_value);
}

Poller::Poller() : m_descriptor(::epoll_create1(EPOLL_CLOEXEC)), m_events(1024)
{
    check(m_descriptor.isOpen(), "epoll_create1");
}

void Poller::watch(int descriptor, uint32_t events, uint64_t tag)
{
    epoll_event event{.events = events, .data = {.u64 = tag}};
    check(::epoll_ctl(m_descriptor.value(), EPOLL_CTL_ADD, descriptor, &event) == 0, "epoll_ctl");
}

void Poller::change(int descriptor, uint32_t events, uint64_t tag)
{
    epoll_event event{.events = events, .data = {.u64 = tag}};
    check(::epoll_ctl(m_descriptor.value(), EPOLL_CTL_MOD, descriptor, &event) == 0, "epoll_ctl");
}

std::span<const epoll_event> Poller::wait(std::chrono::milliseconds timeout)
{
    const int count = ::epoll_wait(m_descriptor.value(), m_events.data(), static_cast<int>(m_events.size()),
                                   static_cast<int>(timeout.count()));
    check(count >= 0 || errno == EINTR, "epoll_wait");
    return std::span(m_events).first(static_cast<size_t>(std::max(count, 0)));
}

Descriptor connectTo(uint16_t port)
{
    Descriptor connection(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    check(connection.isOpen(), "socket");
    const sockaddr_in address = loopback(port);
    check(::connect(connection.value(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0, "connect");
    sendAtOnce(connection.value());
    const timeval patience{.tv_sec = 30, .tv_usec = 0};
    ::setsockopt(connection.value(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return connection;
}

Descriptor listenOnLoopback()
{
    Descriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    check(listener.isOpen(), "socket");
    const sockaddr_in address = loopback(0);
    check(::bind(listener.value(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0, "bind");
    check(::listen(listener.value(), SOMAXCONN) == 0, "listen");
    return listener;
}

uint16_t portOf(const Descriptor &listener)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    check(::getsockname(listener.value(), reinterpret_cast<sockaddr *>(&address), &size) == 0, "getsockname");
    return ntohs(address.sin_port);
}

Descriptor acceptFrom(const Descriptor &listener)
{
    Descriptor connection(::accept4(listener.value(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    check(connection.isOpen() || errno == EAGAIN || errno == EWOULDBLOCK, "accept");
    if (connection.isOpen())
        sendAtOnce(connection.value());
    return connection;
}

ReadOutcome readInto(std::string &buffer, int descriptor)
{
    static thread_local std::array<char, 65536> bytes;
    const ssize_t count = ::recv(descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count > 0) {
        buffer.append(bytes.data(), static_cast<size_t>(count));
        return ReadOutcome::Data;
    }
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return ReadOutcome::Nothing;
    return ReadOutcome::Closed;
}

void writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        check(count > 0, "send");
        bytes.remove_prefix(static_cast<size_t>(count));
    }
}

size_t writeSome(int descriptor, std::string_view bytes)
{
    const ssize_t count = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && errno == EAGAIN)
        return 0;
    check(count >= 0, "send");
    return static_cast<size_t>(count);
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    check(::getrlimit(RLIMIT_NOFILE, &limit) == 0, "getrlimit");
    limit.rlim_cur = limit.rlim_max;
    check(::setrlimit(RLIMIT_NOFILE, &limit) == 0, "setrlimit");
}

} // namespace plexi::bench
