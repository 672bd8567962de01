// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/client_frame.h"

namespace plexi::realtime {

class HubLoop;
class SocketConnection;

/**
 * What each frame of a signed-in socket does, but for `send_message`, which waits for the database (SocketConnection).
 * Belongs to one loop's thread.
 */
class FrameHandler
{
public:
    explicit FrameHandler(HubLoop &loop) : m_loop(loop) { }

    void handle(SocketConnection &socket, const protocol::ClientFrame &frame);

private:
    void subscribe(SocketConnection &socket, const QStringList &channels, const QJsonValue &id);
    /** The answer is a `subscribed` frame too: what remains, each with its seq, nothing denied. */
    void unsubscribe(SocketConnection &socket, const QStringList &channels, const QJsonValue &id);
    void type(SocketConnection &socket, const protocol::TypingRequest &request, const QJsonValue &id);
    void setPresence(SocketConnection &socket, protocol::PresenceStatus status, const QJsonValue &id);
    /** The answer is a `presence` frame for each person, as things stand. */
    void watchPresence(SocketConnection &socket, const QList<UserId> &users, const QJsonValue &id);

    HubLoop &m_loop;
};

} // namespace plexi::realtime
