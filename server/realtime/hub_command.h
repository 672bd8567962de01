// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/realtime/shared_frame.h"

#include <memory>
#include <variant>

/** What the hub hands to every loop, in one order for all of them. */
namespace plexi::realtime {

struct Deliver {
    std::shared_ptr<const SharedFrame> frame;
    Audience audience;
    /** The socket that caused it and shall not get it; 0 for none. */
    quint64 exceptSocket = 0;
};

struct DeliverPresence {
    std::shared_ptr<const SharedFrame> frame;
    /** Whose presence it is: those who watch that person get it, */
    UserId user;
    /** and so do these. */
    QList<UserId> peers;
};

struct EndSubscription {
    ChannelId channel;
    UserId user;
};
struct EndChannel {
    ChannelId channel;
};
struct EndSession {
    SessionId session;
};
struct EndApiKey {
    ApiKeyId key;
};
struct EndUser {
    UserId user;
};

using Command = std::variant<Deliver, DeliverPresence, EndSubscription, EndChannel, EndSession, EndApiKey, EndUser>;
/** Made once, shared by the loops. */
using CommandPointer = std::shared_ptr<const Command>;

} // namespace plexi::realtime
