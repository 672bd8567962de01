// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/descriptor.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace plexi::bench {

/** A connection for bodies that are larger than memory should hold. Blocks, for at most a minute at a time. */
class BulkConnection
{
public:
    explicit BulkConnection(std::uint16_t port);

    /** Sends the whole of @p bytes. */
    void send(std::string_view bytes);
    /**
     * Reads one answer with a Content-Length, and forgets its body. Returns its head; fails on another status than
     * @p expectedStatus. @p onProgress gets the bytes of the body so far, each time that some came.
     */
    std::string receive(int expectedStatus, const std::function<void(std::uint64_t bytes)> &onProgress = {});

private:
    void wait(short events) const;

    Descriptor m_socket;
};

} // namespace plexi::bench
