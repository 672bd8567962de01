// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/members_service.h"

#include "server/security/permissions.h"
#include "server/services/channel_access.h"
#include "server/store/members_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Channel;
using protocol::ChannelRole;
using protocol::ChannelType;
using protocol::Member;
using store::WriteTransaction;
using store::channels::Access;

namespace {

Error directStays()
{
    return Error::forbidden(u"A direct channel keeps its people: open one with others instead"_s);
}

} // namespace

MembersService::MembersService(store::Database &database, realtime::EventPublisher &publisher,
                               ChannelsService &channels, ProfileLookup profileOf)
    : m_database(database), m_publisher(publisher), m_channels(channels), m_profileOf(std::move(profileOf))
{
}

Result<MembersService::Page> MembersService::list(security::Principal caller, QString channel, qint64 page,
                                                  qint64 limit)
{
    store::Connection &connection = m_database.reader();
    const auto access = readableChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    const auto rows = store::members::list(connection, access->id, limit, (page - 1) * limit);
    if (!rows)
        return fail(rows.error());
    Page found{.members = {}, .totalCount = access->memberCount};
    for (const auto &row : *rows) {
        auto user = m_profileOf(row.userId);
        if (!user)
            return fail(std::move(user.error()));
        found.members.append({.user = std::move(*user), .role = row.role, .joinedAt = row.joinedAt});
    }
    return found;
}

Result<ChannelId> MembersService::requireMember(security::Principal caller, QString channel)
{
    const auto access = memberChannel(m_database.reader(), channel, caller);
    if (!access)
        return fail(access.error());
    return access->id;
}

Result<Member> MembersService::member(ChannelId channel, UserId user)
{
    const auto row = store::members::find(m_database.reader(), channel, user);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(Error::notFound(u"Member"));
    auto profile = m_profileOf(user);
    if (!profile)
        return fail(std::move(profile.error()));
    return Member{.user = std::move(*profile), .role = (*row)->role, .joinedAt = (*row)->joinedAt};
}

Result<bool> MembersService::addOne(WriteTransaction &transaction, ChannelId channel, UserId user)
{
    store::Connection &connection = transaction.connection();
    const auto added = store::members::add(connection, channel, user, ChannelRole::Member, Timestamp::now());
    if (!added || !*added)
        return added;
    // For who could not see the channel until now, it comes into being.
    auto shown = store::channels::findForEvent(connection, channel);
    if (!shown)
        return fail(std::move(shown.error()));
    if (*shown && (*shown)->type != ChannelType::Public) {
        publishAfterCommit(transaction, m_publisher,
                           {.event = protocol::ChannelCreated{std::move(**shown)},
                            .audience = realtime::PeopleAudience{.userIds = {user}}});
    }
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::MemberJoined{.channelId = channel, .userId = user},
                        .audience = realtime::ChannelAudience{.channelId = channel, .people = {user}}});
    return true;
}

Result<MembersService::Removal> MembersService::removeOne(WriteTransaction &transaction, const Access &channel,
                                                          UserId user)
{
    store::Connection &connection = transaction.connection();
    const auto membership = store::members::find(connection, channel.id, user);
    if (!membership)
        return fail(membership.error());
    if (!*membership)
        return Removal::NoMember;
    const auto removed = store::members::remove(connection, channel.id, user);
    if (!removed)
        return fail(removed.error());
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::MemberLeft{.channelId = channel.id, .userId = user},
                        .audience = realtime::ChannelAudience{.channelId = channel.id, .people = {user}}});
    if (channel.type != ChannelType::Public) {
        transaction.afterCommit(
            [&publisher = m_publisher, id = channel.id, user] { publisher.revokeSubscription(id, user); });
        if (channel.memberCount == 1) {
            auto hidden = store::channels::markDeleted(connection, channel.id, Timestamp::now());
            if (!hidden)
                return fail(std::move(hidden.error()));
            return Removal::ChannelGone;
        }
    }
    if ((*membership)->role == ChannelRole::Owner) {
        const auto heir = store::members::ensureOwner(connection, channel.id);
        if (!heir)
            return fail(heir.error());
        if (*heir)
            publishRole(transaction, channel.id, **heir, ChannelRole::Owner);
    }
    return Removal::Removed;
}

QCoro::Task<Result<Channel>> MembersService::join(security::Principal caller, QString channel)
{
    auto job = [this, caller, channel](WriteTransaction &transaction) -> Result<Channel> {
        const auto access = readableChannel(transaction.connection(), channel, caller);
        if (!access)
            return fail(access.error());
        if (!access->isMember()) {
            const auto added = addOne(transaction, access->id, caller.userId);
            if (!added)
                return fail(added.error());
        }
        return viewedChannel(transaction.connection(), access->id, caller.userId);
    };
    co_return co_await m_database.write(std::move(job));
}

QCoro::Task<Result<>> MembersService::leave(security::Principal caller, QString channel)
{
    auto job = [this, caller, channel](WriteTransaction &transaction) -> Result<ChannelId> {
        const auto access = readableChannel(transaction.connection(), channel, caller);
        if (!access)
            return fail(access.error());
        if (access->type == ChannelType::Direct)
            return fail(directStays());
        const auto removal = removeOne(transaction, *access, caller.userId);
        if (!removal)
            return fail(removal.error());
        return *removal == Removal::ChannelGone ? access->id : ChannelId();
    };
    const Result<ChannelId> deleted = co_await m_database.write(std::move(job));
    if (!deleted)
        co_return fail(deleted.error());
    if (!deleted->isNull())
        (void)co_await m_channels.purge(*deleted);
    co_return Result<>();
}

QCoro::Task<Result<QList<Member>>> MembersService::add(security::Principal caller, QString channel,
                                                       QList<UserId> people)
{
    auto job = [this, caller, channel, people](WriteTransaction &transaction) -> Result<ChannelId> {
        store::Connection &connection = transaction.connection();
        const bool manages = caller.can(security::permission::kChannelsManage);
        const auto access = manages ? readableChannel(connection, channel, caller)
                                    : memberChannel(connection, channel, caller);
        if (!access)
            return fail(access.error());
        if (access->type == ChannelType::Direct)
            return fail(directStays());
        const auto known = store::members::activeUsers(connection, people);
        if (!known)
            return fail(known.error());
        if (known->size() != people.size())
            return fail(Error::notFound(u"User"));
        for (const UserId user : people) {
            const auto added = addOne(transaction, access->id, user);
            if (!added)
                return fail(added.error());
        }
        return access->id;
    };
    const Result<ChannelId> id = co_await m_database.write(std::move(job));
    if (!id)
        co_return fail(id.error());
    QList<Member> members;
    for (const UserId user : std::as_const(people)) {
        auto added = member(*id, user);
        // Who has left again between the commit and now is no member to show.
        if (!added && added.error().code == ErrorCode::NotFound)
            continue;
        if (!added)
            co_return fail(std::move(added.error()));
        members.append(std::move(*added));
    }
    co_return members;
}

QCoro::Task<Result<>> MembersService::remove(security::Principal caller, QString channel, UserId user)
{
    if (user == caller.userId)
        co_return co_await leave(std::move(caller), std::move(channel));
    auto job = [this, caller, channel, user](WriteTransaction &transaction) -> Result<> {
        const auto access = managedChannel(transaction.connection(), channel, caller);
        if (!access)
            return fail(access.error());
        // Who manages a private channel is in it too, so the channel never goes with the one removed.
        const auto removal = removeOne(transaction, *access, user);
        if (!removal)
            return fail(removal.error());
        if (*removal == Removal::NoMember)
            return fail(Error::notFound(u"Member"));
        return {};
    };
    co_return co_await m_database.write(std::move(job));
}

Result<ChannelId> MembersService::applyRole(WriteTransaction &transaction, const security::Principal &caller,
                                            const QString &channel, UserId user, ChannelRole role)
{
    store::Connection &connection = transaction.connection();
    const auto access = managedChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    const auto membership = store::members::find(connection, access->id, user);
    if (!membership)
        return fail(membership.error());
    if (!*membership)
        return fail(Error::notFound(u"Member"));
    if ((*membership)->role == role)
        return access->id;
    if (auto set = store::members::setRole(connection, access->id, user, role); !set)
        return fail(std::move(set.error()));
    const auto owners = store::members::countOwners(connection, access->id);
    if (!owners)
        return fail(owners.error());
    if (*owners == 0)
        return fail({.code = ErrorCode::Conflict, .message = u"Make somebody else an owner first"_s});
    publishRole(transaction, access->id, user, role);
    return access->id;
}

void MembersService::publishRole(WriteTransaction &transaction, ChannelId channel, UserId user, ChannelRole role)
{
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::MemberUpdated{.channelId = channel, .userId = user, .role = role},
                        .audience = realtime::ChannelAudience{.channelId = channel, .people = {user}}});
}

QCoro::Task<Result<Member>> MembersService::setRole(security::Principal caller, QString channel, UserId user,
                                                    ChannelRole role)
{
    auto job = [this, caller, channel, user, role](WriteTransaction &transaction) -> Result<ChannelId> {
        return applyRole(transaction, caller, channel, user, role);
    };
    const Result<ChannelId> id = co_await m_database.write(std::move(job));
    if (!id)
        co_return fail(id.error());
    co_return member(*id, user);
}

QCoro::Task<Result<Channel>> MembersService::setNotificationLevel(security::Principal caller, QString channel,
                                                                  protocol::NotificationLevel level)
{
    auto job = [caller, channel, level](WriteTransaction &transaction) -> Result<Channel> {
        store::Connection &connection = transaction.connection();
        const auto access = memberChannel(connection, channel, caller);
        if (!access)
            return fail(access.error());
        auto set = store::members::setNotificationLevel(connection, access->id, caller.userId, level);
        if (!set)
            return fail(std::move(set.error()));
        return viewedChannel(connection, access->id, caller.userId);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<QList<UserId>> MembersService::presencePeers(UserId user)
{
    return store::members::peers(m_database.reader(), user, kMaxPresenceMembers);
}

Result<> MembersService::joinGeneral(WriteTransaction &transaction, UserId user)
{
    const auto general = store::channels::resolve(transaction.connection(), QString(ChannelsService::kGeneral));
    if (!general)
        return fail(general.error());
    return *general ? ensureMember(transaction, **general, user) : Result<>();
}

Result<> MembersService::ensureMember(WriteTransaction &transaction, ChannelId channel, UserId user)
{
    const auto added = addOne(transaction, channel, user);
    if (!added)
        return fail(added.error());
    return {};
}

Result<> MembersService::endMembership(WriteTransaction &transaction, ChannelId channel, UserId user)
{
    const auto access = store::channels::access(transaction.connection(), channel, user);
    if (!access)
        return fail(access.error());
    if (!*access)
        return {};
    const auto removal = removeOne(transaction, **access, user);
    if (!removal)
        return fail(removal.error());
    return {};
}

Result<QList<ChannelId>> MembersService::removeEverywhere(WriteTransaction &transaction, UserId user)
{
    store::Connection &connection = transaction.connection();
    const auto channels = store::members::channelsOf(connection, user);
    if (!channels)
        return fail(channels.error());
    QList<ChannelId> gone;
    for (const ChannelId channel : *channels) {
        const auto access = store::channels::access(connection, channel, user);
        if (!access)
            return fail(access.error());
        if (!*access)
            continue;
        const auto removal = removeOne(transaction, **access, user);
        if (!removal)
            return fail(removal.error());
        if (*removal == Removal::ChannelGone)
            gone.append(channel);
    }
    return gone;
}

} // namespace plexi::services
