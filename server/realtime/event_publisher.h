// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/protocol/event.h"

#include <variant>

/** What services know of realtime. Its own CMake target (plexi_event_publisher), without QWebSocket. */
namespace plexi::store {
class WriteTransaction;
}

namespace plexi::realtime {

/** All sockets that subscribed to the channel. */
struct ChannelAudience {
    ChannelId channelId;
    /** All sockets of these people too, subscribed or not: those whose membership changes. Each socket gets it once. */
    QList<UserId> people = {};
};

/** All sockets of these people. */
struct PeopleAudience {
    QList<UserId> userIds;
};

/** Every socket that has signed in. */
struct EveryoneAudience {
};

using Audience = std::variant<ChannelAudience, PeopleAudience, EveryoneAudience>;

struct Publication {
    protocol::Event event;
    Audience audience;
};

/**
 * Takes events to the people who are connected. Thread-safe. Everything passed in reaches each socket in the order of
 * the calls: services call it from WriteTransaction::afterCommit, which runs in commit order, and so a channel's events
 * arrive in `seq` order, and nothing published after a revocation reaches whom it shuts out.
 */
class EventPublisher
{
public:
    virtual ~EventPublisher() = default;

    virtual void publish(Publication publication) = 0;

    /**
     * Called on the writer's thread, within the transaction that the event tells of, before it is published: for what
     * is to be told to more than who is connected, and must not be lost. Does nothing by itself.
     */
    virtual void keep(store::WriteTransaction &transaction, const Publication &publication);

    /** The person may no longer read the channel: their subscriptions to it end, before anything that is published later. */
    virtual void revokeSubscription(ChannelId channel, UserId user) = 0;
    /** The channel is gone: all subscriptions to it end. */
    virtual void revokeChannel(ChannelId channel) = 0;

    /** Close the sockets (error frame, then 4401) that live by this session, key or person. */
    virtual void endSession(SessionId session) = 0;
    virtual void endApiKey(ApiKeyId key) = 0;
    virtual void endUser(UserId user) = 0;
};

inline void EventPublisher::keep(store::WriteTransaction &, const Publication &) { }

/** Who is there at this moment. Thread-safe. */
class PresenceDirectory
{
public:
    virtual ~PresenceDirectory() = default;
    virtual protocol::PresenceStatus status(UserId user) const = 0;
    /** Nothing where only the database knows. */
    virtual std::optional<Timestamp> lastSeen(UserId) const { return std::nullopt; }
};

} // namespace plexi::realtime
