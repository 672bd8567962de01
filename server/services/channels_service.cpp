// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/channels_service.h"

#include "server/services/channel_access.h"
#include "server/services/slugs.h"
#include "server/store/channels_store.h"
#include "server/store/members_store.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Channel;
using protocol::ChannelChange;
using protocol::ChannelRole;
using protocol::ChannelType;
using protocol::NewChannel;
using store::WriteTransaction;

namespace {

// Messages removed in one transaction: a few milliseconds, in which others wait for the writer.
constexpr qint64 kPurgeStep = 500;

Error slugTaken()
{
    return {.code = ErrorCode::Conflict,
            .message = u"Another channel has this slug"_s,
            .details = {{"field"_L1, "slug"_L1}, {"reason"_L1, "Is taken"_L1}}};
}

Result<bool> isTaken(store::Connection &connection, const QString &slug)
{
    if (isReservedSlug(slug))
        return true;
    return store::channels::isSlugTaken(connection, slug);
}

/** The first of "name", "name-2", "name-3" … that is free. */
Result<QString> freeSlug(store::Connection &connection, const QString &name)
{
    const QString base = slugFromName(name);
    QString slug = base;
    for (int number = 2;; ++number) {
        const auto taken = isTaken(connection, slug);
        if (!taken)
            return fail(taken.error());
        if (!*taken)
            return slug;
        slug = numberedSlug(base, number);
    }
}

/** The slug of a new or changed public channel where one was asked for. */
Result<QString> requestedSlug(store::Connection &connection, const QString &slug)
{
    if (!isSlug(slug))
        return fail(Error::validation(u"slug"_s, u"Must be 1 to 80 of a to z, 0 to 9 and hyphens"_s));
    const auto taken = isTaken(connection, slug);
    if (!taken)
        return fail(taken.error());
    if (*taken)
        return fail(slugTaken());
    return slug;
}

/** A job that removes some of what is left of a deleted channel; true once nothing is. */
auto purgeStep(ChannelId channel)
{
    return [channel](WriteTransaction &transaction) -> Result<bool> {
        return store::channels::purge(transaction.connection(), channel, kPurgeStep);
    };
}

} // namespace

ChannelsService::ChannelsService(store::Database &database, realtime::EventPublisher &publisher)
    : m_database(database), m_publisher(publisher)
{
}

Result<ChannelsService::Page> ChannelsService::list(security::Principal caller, qint64 page, qint64 limit)
{
    store::Connection &connection = m_database.reader();
    auto channels = store::channels::list(connection, caller.userId, limit, (page - 1) * limit);
    if (!channels)
        return fail(std::move(channels.error()));
    const auto count = store::channels::count(connection, caller.userId);
    if (!count)
        return fail(count.error());
    return Page{.channels = std::move(*channels), .totalCount = *count};
}

Result<Channel> ChannelsService::get(security::Principal caller, QString name)
{
    store::Connection &connection = m_database.reader();
    const auto id = store::channels::resolve(connection, name);
    if (!id)
        return fail(id.error());
    if (!*id)
        return fail(Error::notFound(u"Channel"));
    auto channel = store::channels::find(connection, **id, caller.userId);
    if (!channel)
        return fail(std::move(channel.error()));
    if (!*channel)
        return fail(Error::notFound(u"Channel"));
    return std::move(**channel);
}

Result<protocol::SubscribedFrame> ChannelsService::readable(security::Principal caller, QStringList names)
{
    store::Connection &connection = m_database.reader();
    protocol::SubscribedFrame frame;
    QSet<ChannelId> seen;
    for (const QString &name : std::as_const(names)) {
        const auto access = store::channels::access(connection, name, caller.userId);
        if (!access)
            return fail(access.error());
        if (!*access)
            frame.denied.append(name);
        else if (!seen.contains((*access)->id))
            frame.channels.append({.channelId = (*access)->id, .seq = (*access)->seq});
        if (*access)
            seen.insert((*access)->id);
    }
    return frame;
}

Result<Channel> ChannelsService::insertChannel(WriteTransaction &transaction, UserId creator, const NewChannel &draft)
{
    store::Connection &connection = transaction.connection();
    Channel channel;
    channel.id = m_database.ids().next<ChannelId>();
    channel.name = draft.name;
    channel.type = draft.type;
    channel.topic = draft.topic;
    channel.createdAt = Timestamp::now();
    if (!creator.isNull())
        channel.createdBy = creator;
    if (draft.type == ChannelType::Public) {
        auto slug = draft.slug ? requestedSlug(connection, *draft.slug) : freeSlug(connection, draft.name);
        if (!slug)
            return fail(std::move(slug.error()));
        channel.slug = std::move(*slug);
    }
    if (auto inserted = store::channels::insert(connection, channel); !inserted)
        return fail(std::move(inserted.error()));
    if (!creator.isNull()) {
        const auto joined = store::members::add(connection, channel.id, creator, ChannelRole::Owner, channel.createdAt);
        if (!joined)
            return fail(joined.error());
        channel.memberCount = 1;
    }
    auto audience = audienceOf(connection, channel);
    if (!audience)
        return fail(std::move(audience.error()));
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::ChannelCreated{channel}, .audience = std::move(*audience)});
    return channel;
}

QCoro::Task<Result<Channel>> ChannelsService::create(security::Principal caller, NewChannel channel)
{
    auto job = [this, user = caller.userId,
                draft = std::move(channel)](WriteTransaction &transaction) -> Result<Channel> {
        const auto made = insertChannel(transaction, user, draft);
        if (!made)
            return made;
        return viewedChannel(transaction.connection(), made->id, user);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<Channel> ChannelsService::applyChange(WriteTransaction &transaction, const security::Principal &caller,
                                             const QString &name, const ChannelChange &change)
{
    store::Connection &connection = transaction.connection();
    const auto access = managedChannel(connection, name, caller);
    if (!access)
        return fail(access.error());
    auto found = store::channels::findForEvent(connection, access->id);
    if (!found)
        return fail(std::move(found.error()));
    if (!*found)
        return fail(Error::notFound(u"Channel"));
    Channel channel = std::move(**found);
    channel.name = change.name.value_or(channel.name);
    channel.topic = change.topic.value_or(channel.topic);
    if (channel.type == ChannelType::Public && change.slug && change.slug != channel.slug) {
        if (channel.slug == kGeneral)
            return fail(Error::forbidden(u"The slug of the channel that everybody joins cannot change"_s));
        auto slug = requestedSlug(connection, *change.slug);
        if (!slug)
            return fail(std::move(slug.error()));
        channel.slug = std::move(*slug);
    }
    auto updated = store::channels::update(connection, channel.id, channel.name, channel.topic, channel.slug);
    if (!updated)
        return fail(std::move(updated.error()));
    auto audience = audienceOf(connection, channel);
    if (!audience)
        return fail(std::move(audience.error()));
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::ChannelUpdated{channel}, .audience = std::move(*audience)});
    return viewedChannel(connection, channel.id, caller.userId);
}

QCoro::Task<Result<Channel>> ChannelsService::update(security::Principal caller, QString name, ChannelChange change)
{
    auto job = [this, caller, name, change](WriteTransaction &transaction) -> Result<Channel> {
        return applyChange(transaction, caller, name, change);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<ChannelId> ChannelsService::hide(WriteTransaction &transaction, const security::Principal &caller,
                                        const QString &name)
{
    store::Connection &connection = transaction.connection();
    const auto access = managedChannel(connection, name, caller);
    if (!access)
        return fail(access.error());
    auto found = store::channels::findForEvent(connection, access->id);
    if (!found)
        return fail(std::move(found.error()));
    if (!*found)
        return fail(Error::notFound(u"Channel"));
    const Channel channel = std::move(**found);
    if (channel.slug == kGeneral)
        return fail(Error::forbidden(u"The channel that everybody joins cannot be deleted"_s));
    auto audience = audienceOf(connection, channel);
    if (!audience)
        return fail(std::move(audience.error()));
    if (auto hidden = store::channels::markDeleted(connection, channel.id, Timestamp::now()); !hidden)
        return fail(std::move(hidden.error()));
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::ChannelDeleted{channel}, .audience = std::move(*audience)});
    transaction.afterCommit([&publisher = m_publisher, id = channel.id] { publisher.revokeChannel(id); });
    return channel.id;
}

QCoro::Task<Result<>> ChannelsService::remove(security::Principal caller, QString name)
{
    auto job = [this, caller, name](WriteTransaction &transaction) -> Result<ChannelId> {
        return hide(transaction, caller, name);
    };
    const Result<ChannelId> hidden = co_await m_database.write(std::move(job));
    if (!hidden)
        co_return fail(hidden.error());
    // The channel is gone. Should the writer have no room for the rest, the next start removes it.
    (void)co_await purge(*hidden);
    co_return Result<>();
}

Result<ChannelsService::OpenedDirect> ChannelsService::findOrInsertDirect(WriteTransaction &transaction, UserId caller,
                                                                          const QList<UserId> &people)
{
    store::Connection &connection = transaction.connection();
    const auto existing = store::channels::findDirect(connection, people);
    if (!existing)
        return fail(existing.error());
    if (*existing) {
        auto channel = viewedChannel(connection, **existing, caller);
        if (!channel)
            return fail(std::move(channel.error()));
        return OpenedDirect{.channel = std::move(*channel), .isNew = false};
    }
    const auto known = store::members::activeUsers(connection, people);
    if (!known)
        return fail(known.error());
    if (known->size() != people.size())
        return fail(Error::notFound(u"User"));

    Channel channel;
    channel.id = m_database.ids().next<ChannelId>();
    channel.type = ChannelType::Direct;
    channel.name = u""_s;
    channel.createdBy = caller;
    channel.createdAt = Timestamp::now();
    channel.memberIds = people;
    if (auto inserted = store::channels::insert(connection, channel); !inserted)
        return fail(std::move(inserted.error()));
    for (const UserId user : people) {
        const auto joined = store::members::add(connection, channel.id, user, ChannelRole::Member, channel.createdAt);
        if (!joined)
            return fail(joined.error());
    }
    auto viewed = viewedChannel(connection, channel.id, caller);
    if (!viewed)
        return fail(std::move(viewed.error()));
    Channel shown = *viewed;
    shown.viewer = std::nullopt;
    publishAfterCommit(
        transaction, m_publisher,
        {.event = protocol::ChannelCreated{std::move(shown)}, .audience = realtime::PeopleAudience{.userIds = people}});
    return OpenedDirect{.channel = std::move(*viewed), .isNew = true};
}

QCoro::Task<Result<ChannelsService::OpenedDirect>> ChannelsService::openDirect(security::Principal caller,
                                                                               QList<UserId> people)
{
    if (people.isEmpty())
        co_return fail(Error::validation(u"user_ids"_s, u"Must name at least one person"_s));
    people.append(caller.userId);
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());
    if (people.size() > kMaxDirectPeople)
        co_return fail(
            Error::validation(u"user_ids"_s, u"Must make at most %1 people with you"_s.arg(kMaxDirectPeople)));
    auto job = [this, user = caller.userId, people](WriteTransaction &transaction) -> Result<OpenedDirect> {
        return findOrInsertDirect(transaction, user, people);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<ChannelId> ChannelsService::ensureGeneral()
{
    return m_database.writeAndWait([this](WriteTransaction &transaction) -> Result<ChannelId> {
        const auto existing = store::channels::resolve(transaction.connection(), QString(kGeneral));
        if (!existing)
            return fail(existing.error());
        if (*existing)
            return **existing;
        const NewChannel draft{
            .name = QString(kGeneral), .type = ChannelType::Public, .topic = u""_s, .slug = QString(kGeneral)};
        const auto made = insertChannel(transaction, UserId(), draft);
        if (!made)
            return fail(made.error());
        return made->id;
    });
}

QCoro::Task<Result<>> ChannelsService::purge(ChannelId channel)
{
    bool isEmpty = false;
    while (!isEmpty) {
        auto job = purgeStep(channel);
        const Result<bool> purged = co_await m_database.write(std::move(job));
        if (!purged)
            co_return fail(purged.error());
        isEmpty = *purged;
    }
    if (m_filesReleased)
        m_filesReleased();
    co_return Result<>();
}

Result<> ChannelsService::purgeDeleted()
{
    const auto channels = store::channels::deleted(m_database.reader());
    if (!channels)
        return fail(channels.error());
    for (const ChannelId channel : *channels) {
        bool isEmpty = false;
        while (!isEmpty) {
            const Result<bool> purged = m_database.writeAndWait(purgeStep(channel));
            if (!purged)
                return fail(purged.error());
            isEmpty = *purged;
        }
    }
    return {};
}

} // namespace plexi::services
