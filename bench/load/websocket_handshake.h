// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/http.h"

#include <string>
#include <string_view>

namespace plexi::bench {

/** The key and its answer in RFC 6455, section 1.3: with one fixed key, nobody here needs SHA-1. */
constexpr std::string_view kHandshakeKey = "dGhlIHNhbXBsZSBub25jZQ==";
constexpr std::string_view kHandshakeAnswer = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

/** The request that asks for a WebSocket; @p token may be empty. */
inline std::string handshakeRequest(std::string_view target, std::string_view token)
{
    std::string text = requestText("GET", target, token);
    text.resize(text.size() - 2);
    return text.append("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ")
        .append(kHandshakeKey)
        .append("\r\n\r\n");
}

/** Whether @p head takes the request of handshakeRequest(). */
inline bool isHandshakeAnswer(std::string_view head)
{
    return head.starts_with("HTTP/1.1 101") && headerValue(head, "sec-websocket-accept") == kHandshakeAnswer;
}

} // namespace plexi::bench
