// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/channel_access.h"

#include "server/security/permissions.h"
#include "server/store/members_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Channel;
using protocol::ChannelType;
using store::channels::Access;

Result<Access> readableChannel(store::Connection &connection, const QString &name, const security::Principal &caller)
{
    auto access = store::channels::access(connection, name, caller.userId);
    if (!access)
        return fail(std::move(access.error()));
    if (!*access)
        return fail(Error::notFound(u"Channel"));
    return **access;
}

Result<Access> memberChannel(store::Connection &connection, const QString &name, const security::Principal &caller)
{
    auto access = readableChannel(connection, name, caller);
    if (access && !access->isMember())
        return fail(notAMember());
    return access;
}

Result<Access> managedChannel(store::Connection &connection, const QString &name, const security::Principal &caller)
{
    auto access = readableChannel(connection, name, caller);
    if (!access)
        return access;
    if (access->type == ChannelType::Direct)
        return fail(Error::forbidden(u"A direct channel belongs to its people and stays as it is"_s));
    if (!access->isOwner() && !caller.can(security::permission::kChannelsManage))
        return fail(Error::forbidden(u"Only the channel's owner or an admin may do this"_s));
    return access;
}

Error notAMember()
{
    return Error::forbidden(u"Join the channel first"_s);
}

Error channelIsArchived()
{
    return Error::forbidden(u"The channel is archived and can only be read"_s);
}

Result<realtime::Audience> audienceOf(store::Connection &connection, const Channel &channel)
{
    if (channel.type == ChannelType::Public)
        return realtime::EveryoneAudience{};
    auto people = store::members::ids(connection, channel.id);
    if (!people)
        return fail(std::move(people.error()));
    return realtime::PeopleAudience{.userIds = std::move(*people)};
}

Result<Channel> viewedChannel(store::Connection &connection, ChannelId id, UserId viewer)
{
    auto channel = store::channels::find(connection, id, viewer);
    if (!channel)
        return fail(std::move(channel.error()));
    if (!*channel)
        return fail(Error::internal(u"The channel is not to be seen by who just changed it"_s));
    return std::move(**channel);
}

void publishAfterCommit(store::WriteTransaction &transaction, realtime::EventPublisher &publisher,
                        realtime::Publication publication)
{
    publisher.keep(transaction, publication);
    transaction.afterCommit([&publisher, publication = std::move(publication)] { publisher.publish(publication); });
}

} // namespace plexi::services
