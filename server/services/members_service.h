// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/services/channels_service.h"
#include "server/store/channels_store.h"
#include "server/store/database.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/member.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace plexi::services {

/**
 * Who is in which channel (contract, section 3). Thread-safe. Coroutines need an event loop on the calling thread and
 * resume there. Errors as ChannelsService has them.
 */
class MembersService
{
public:
    /** What people see of a person. Called on any loop's thread. */
    using ProfileLookup = std::function<Result<protocol::User>(UserId user)>;

    /** The references are not owned and outlive the service. */
    MembersService(store::Database &database, realtime::EventPublisher &publisher, ChannelsService &channels,
                   ProfileLookup profileOf);

    struct Page {
        QList<protocol::Member> members;
        qint64 totalCount = 0;
    };
    /** In the order of their ids. @p page counts from 1. */
    Result<Page> list(security::Principal caller, QString channel, qint64 page, qint64 limit);

    /** The channel's id where the caller is a member: who may post there. */
    Result<ChannelId> requireMember(security::Principal caller, QString channel);

    /** Public channels; does nothing where the caller is in it already. */
    QCoro::Task<Result<protocol::Channel>> join(security::Principal caller, QString channel);
    /**
     * Does nothing where the caller is not in the public channel. Where the owner leaves, the member of longest standing
     * follows; a private channel that its last member leaves is deleted, since nobody could ever see it again.
     */
    QCoro::Task<Result<>> leave(security::Principal caller, QString channel);

    /** Members add anybody; who is in it already is passed over. NotFound for unknown people. The answer: all named. */
    QCoro::Task<Result<QList<protocol::Member>>> add(security::Principal caller, QString channel, QList<UserId> people);
    /** Its owner or an admin; removing oneself is leaving. NotFound where @p user is no member. */
    QCoro::Task<Result<>> remove(security::Principal caller, QString channel, UserId user);

    /** Its owner or an admin. NotFound where @p user is no member, Conflict where nobody would own the channel. */
    QCoro::Task<Result<protocol::Member>> setRole(security::Principal caller, QString channel, UserId user,
                                                  protocol::ChannelRole role);

    QCoro::Task<Result<protocol::Channel>> setNotificationLevel(security::Principal caller, QString channel,
                                                                protocol::NotificationLevel level);

    /** Whom a change of this person's presence is told: who shares a channel of at most 200 members. */
    Result<QList<UserId>> presencePeers(UserId user);
    static constexpr qint64 kMaxPresenceMembers = 200;

    /**
     * Adds a new account to `general`, in the transaction that makes the account. Does nothing where there is no such
     * channel. On the writer's thread.
     */
    Result<> joinGeneral(store::WriteTransaction &transaction, UserId user);

    /** Adds somebody who is not in the channel yet; who may do that was decided before. On the writer's thread. */
    Result<> ensureMember(store::WriteTransaction &transaction, ChannelId channel, UserId user);
    /** Takes somebody out who is in it; who may do that was decided before. Not its last member. On the writer's thread. */
    Result<> endMembership(store::WriteTransaction &transaction, ChannelId channel, UserId user);

    /**
     * Takes a person out of all channels but direct ones, which keep their people; the private channels that are gone
     * with their last member, to be purged. On the writer's thread.
     */
    Result<QList<ChannelId>> removeEverywhere(store::WriteTransaction &transaction, UserId user);

private:
    Result<protocol::Member> member(ChannelId channel, UserId user);
    Result<bool> addOne(store::WriteTransaction &transaction, ChannelId channel, UserId user);
    Result<ChannelId> applyRole(store::WriteTransaction &transaction, const security::Principal &caller,
                                const QString &channel, UserId user, protocol::ChannelRole role);
    void publishRole(store::WriteTransaction &transaction, ChannelId channel, UserId user, protocol::ChannelRole role);
    enum class Removal { NoMember, Removed, ChannelGone };
    Result<Removal> removeOne(store::WriteTransaction &transaction, const store::channels::Access &channel,
                              UserId user);

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
    ChannelsService &m_channels;
    ProfileLookup m_profileOf;
};

} // namespace plexi::services
