// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/websocket_frame.h"
#include "shared/protocol/event.h"

#include <mutex>

namespace plexi::realtime {

/**
 * An event on its way to many sockets: made into bytes once, by the first loop that has somebody to send it to, so that
 * the publisher (the database's writer, mostly) does not pay for it. Thread-safe.
 */
class SharedFrame
{
public:
    explicit SharedFrame(protocol::Event event) : m_event(std::move(event)) { }
    Q_DISABLE_COPY_MOVE(SharedFrame)

    /** The whole WebSocket frame; every caller gets the same bytes, shared. */
    const QByteArray &bytes() const
    {
        std::call_once(m_once, [this] { m_bytes = textFrame(protocol::encodeFrame(m_event)); });
        return m_bytes;
    }

private:
    const protocol::Event m_event;
    mutable std::once_flag m_once;
    mutable QByteArray m_bytes;
};

} // namespace plexi::realtime
