// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sockets.h"

#include "bench/failure.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <string>

namespace plexi::bench {

namespace {

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

Descriptor connectTo(std::uint16_t port)
{
    Descriptor connection(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!connection)
        failWithErrno("socket");
    const sockaddr_in address = loopback(port);
    // Blocking: on loopback this ends as soon as the listener's backlog has room.
    if (connect(connection.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0)
        failWithErrno("cannot connect to port " + std::to_string(port));
    const int on = 1;
    setsockopt(connection.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // Closed with a reset: thousands of connections in TIME_WAIT would use up the ports for the next run.
    const linger reset{.l_onoff = 1, .l_linger = 0};
    setsockopt(connection.number(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    fcntl(connection.number(), F_SETFL, O_NONBLOCK);
    return connection;
}

bool isListening(std::uint16_t port)
{
    const Descriptor probe(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!probe)
        failWithErrno("socket");
    const sockaddr_in address = loopback(port);
    return connect(probe.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

Descriptor listenOnLoopback()
{
    Descriptor listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!listener)
        failWithErrno("socket");
    const sockaddr_in address = loopback(0);
    if (bind(listener.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0)
        failWithErrno("bind");
    if (listen(listener.number(), SOMAXCONN) < 0)
        failWithErrno("listen");
    return listener;
}

std::uint16_t portOf(const Descriptor &listener)
{
    sockaddr_in address = {};
    socklen_t size = sizeof address;
    if (getsockname(listener.number(), reinterpret_cast<sockaddr *>(&address), &size) < 0)
        failWithErrno("getsockname");
    return ntohs(address.sin_port);
}

void allowDescriptors(std::size_t count)
{
    rlimit limit = {};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= count)
        return;
    rlimit raised = limit;
    raised.rlim_cur = count;
    raised.rlim_max = count > limit.rlim_max ? count : limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &raised) < 0) {
        fail("the machine allows " + std::to_string(limit.rlim_max) + " open descriptors; this needs "
             + std::to_string(count));
    }
}

} // namespace plexi::bench
