// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/descriptor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plexi::bench {

struct Response {
    int status = 0;
    /** Points into the connection's buffer: good until its next read. */
    std::string_view body;
};

/** The text of a request; @p token is left out where empty, so is the body. */
std::string requestText(std::string_view method, std::string_view target, std::string_view token = {},
                        std::string_view body = {});

/** The value of header @p name (lower case) in a head, without the spaces around it; empty where it is missing. */
std::string_view headerValue(std::string_view head, std::string_view name);

/** The first string value of @p key in a JSON text. For answers with a known form, where it holds no escapes. */
std::string_view jsonString(std::string_view json, std::string_view key);

/** A keep-alive HTTP/1.1 connection with one request in flight. */
class HttpConnection
{
public:
    explicit HttpConnection(std::uint16_t port);

    const Descriptor &descriptor() const { return m_socket; }
    /** Sends all of @p text, or fails: a request fits into an idle connection's buffer. */
    void send(std::string_view text);
    /** Reads what came. Gives the answer once it is complete; fails when the peer has closed. */
    std::optional<Response> receive();
    /** Sends and waits, for at most 30 s. */
    Response exchange(std::string_view text);

private:
    Descriptor m_socket;
    std::string m_buffer;
    bool m_isAnswered = false;
};

} // namespace plexi::bench
