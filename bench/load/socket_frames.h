// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace plexi::bench {

/** One whole frame that a server sent: unmasked, not in fragments. RFC 6455, section 5.2. */
struct Frame {
    int opcode = 0;
    std::string_view payload;
};

constexpr int kTextFrame = 1;
constexpr int kCloseFrame = 8;
constexpr int kPingFrame = 9;
constexpr int kPongFrame = 10;

/** Takes the frames off the front of @p bytes and returns how many bytes those were; the rest is not a whole frame. */
std::size_t takeFrames(std::string_view bytes, const std::function<void(const Frame &)> &take);

/** A client's frame: masked with a key of zeros, which leaves the payload as it is. At most 65,535 bytes. */
std::string clientFrame(int opcode, std::string_view payload);
/** A server's text frame, of at most 65,535 bytes. */
std::string serverFrame(std::string_view payload);

/** Whether the payload is an event `{"type":"NAME",…}`. The name is looked for at both ends of the text only. */
bool isEvent(std::string_view payload, std::string_view name);

} // namespace plexi::bench
