// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/event.h"
#include "shared/protocol/message.h"
#include "shared/protocol/pagination.h"
#include "shared/protocol/sync.h"
#include "shared/protocol/user.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>

namespace plexi::test {

/** A server's state in memory, by the rules of the contract as far as the app sees them. */
class FakeWorld
{
public:
    struct Room {
        protocol::Channel channel;
        QMap<MessageId, protocol::Message> messages;
        QSet<UserId> members;
        QHash<UserId, MessageId> read;
    };

    /** Called after each change. @p person: null for an event of the channel, else whose event it is. */
    std::function<void(ChannelId channel, UserId person, const protocol::Event &event)> publish =
        [](ChannelId, UserId, const protocol::Event &) {
        };

    UserId addUser(const QString &username, const QString &displayName);
    const QMap<UserId, protocol::User> &users() const { return m_users; }
    protocol::User &user(UserId id) { return m_users[id]; }
    std::optional<UserId> userNamed(const QString &username) const;

    ChannelId addChannel(const QString &name, protocol::ChannelType type, const QSet<UserId> &members,
                         UserId owner = {});
    QMap<ChannelId, Room> &rooms() { return m_rooms; }
    Room &room(ChannelId id) { return m_rooms[id]; }
    bool maySee(UserId user, ChannelId id) const;
    void join(UserId user, ChannelId id);
    void leave(UserId user, ChannelId id);
    /** The channel with the viewer's own fields. */
    protocol::Channel view(ChannelId id, UserId viewer) const;
    void markRead(UserId user, ChannelId id, MessageId message);

    /** A repeat of @p clientMessageId gives the first message and publishes nothing. */
    protocol::Message post(UserId user, ChannelId channel, const QString &content, const QString &clientMessageId = {},
                           std::optional<MessageId> thread = {}, std::optional<MessageId> replyTo = {});
    protocol::Message edit(ChannelId channel, MessageId message, const QString &content);
    protocol::Message remove(ChannelId channel, MessageId message);
    /** Adds the reaction, or takes it away where it is there. */
    void react(ChannelId channel, MessageId message, UserId user, const QString &emoji);
    void pin(ChannelId channel, MessageId message, UserId user, bool on);

    protocol::MessagePage page(ChannelId channel, std::optional<MessageId> before, std::optional<MessageId> after,
                               int limit) const;
    protocol::MessagePage thread(ChannelId channel, MessageId root) const;
    protocol::MessagePage pins(ChannelId channel) const;
    protocol::SyncPage sync(UserId user, const protocol::SyncRequest &request) const;
    protocol::MessagePage changes(ChannelId channel, qint64 afterSeq, int limit) const;
    /** What a timeline at the start and at the newest shows: everything but replies in threads, oldest first. */
    QList<protocol::Message> timeline(ChannelId channel) const;

private:
    qint64 nextSeq(ChannelId channel) { return ++m_rooms[channel].channel.seq; }

    qint64 m_lastId = 1000;
    qint64 m_clock = 1'750'000'000'000;
    QMap<UserId, protocol::User> m_users;
    QMap<ChannelId, Room> m_rooms;
};

} // namespace plexi::test
