// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/socket_frames.h"

#include "bench/failure.h"

namespace plexi::bench {

namespace {

std::string frame(int opcode, std::string_view payload, bool isMasked)
{
    const auto mask = static_cast<unsigned>(isMasked ? 0x80 : 0);
    std::string bytes;
    bytes.push_back(static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        bytes.push_back(static_cast<char>(mask | payload.size()));
    } else {
        bytes.push_back(static_cast<char>(mask | 126));
        bytes.push_back(static_cast<char>(payload.size() >> 8));
        bytes.push_back(static_cast<char>(payload.size() & 0xff));
    }
    if (isMasked)
        bytes.append(4, '\0');
    return bytes.append(payload);
}

} // namespace

std::size_t takeFrames(std::string_view bytes, const std::function<void(const Frame &)> &take)
{
    const auto byte = [&bytes](std::size_t at) {
        return static_cast<unsigned char>(bytes[at]);
    };
    std::size_t position = 0;
    while (bytes.size() - position >= 2) {
        if ((byte(position) & 0x80) == 0 || (byte(position + 1) & 0x80) != 0)
            fail("a socket got a frame that is masked or a fragment");
        std::size_t head = 2;
        std::uint64_t size = byte(position + 1);
        if (size >= 126) {
            const std::size_t sizeBytes = size == 126 ? 2 : 8;
            head += sizeBytes;
            if (bytes.size() - position < head)
                break;
            size = 0;
            for (std::size_t i = 0; i < sizeBytes; ++i)
                size = size << 8 | byte(position + 2 + i);
        }
        if (bytes.size() - position - head < size)
            break;
        take({.opcode = byte(position) & 0x0f, .payload = bytes.substr(position + head, size)});
        position += head + size;
    }
    return position;
}

std::string clientFrame(int opcode, std::string_view payload)
{
    return frame(opcode, payload, true);
}

std::string serverFrame(std::string_view payload)
{
    return frame(kTextFrame, payload, false);
}

bool isEvent(std::string_view payload, std::string_view name)
{
    constexpr std::string_view kKey = "\"type\":\"";
    const auto hasAt = [&](std::size_t at) {
        return payload.substr(at).starts_with(kKey) && payload.substr(at + kKey.size()).starts_with(name)
            && payload.substr(at + kKey.size() + name.size()).starts_with('"');
    };
    const std::size_t length = kKey.size() + name.size() + 2;
    return payload.size() > length && (hasAt(1) || hasAt(payload.size() - length));
}

} // namespace plexi::bench
