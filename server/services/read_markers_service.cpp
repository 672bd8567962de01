// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/read_markers_service.h"

#include "server/services/channel_access.h"
#include "server/store/read_markers_store.h"

namespace plexi::services {

namespace read_markers = store::read_markers;

using protocol::Channel;
using store::WriteTransaction;

ReadMarkersService::ReadMarkersService(store::Database &database, realtime::EventPublisher &publisher)
    : m_database(database), m_publisher(publisher)
{
}

QCoro::Task<Result<Channel>> ReadMarkersService::moveTo(security::Principal caller, QString channel, MessageId message)
{
    auto job = [this, caller, channel, message](WriteTransaction &transaction) {
        return move(transaction, caller, channel, message, Place::On);
    };
    co_return co_await m_database.write(std::move(job));
}

QCoro::Task<Result<Channel>> ReadMarkersService::moveBefore(security::Principal caller, QString channel,
                                                            MessageId message)
{
    auto job = [this, caller, channel, message](WriteTransaction &transaction) {
        return move(transaction, caller, channel, message, Place::Before);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<Channel> ReadMarkersService::move(WriteTransaction &transaction, const security::Principal &caller,
                                         const QString &channel, MessageId message, Place place)
{
    store::Connection &connection = transaction.connection();
    const auto access = memberChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    auto position = read_markers::position(connection, access->id, message);
    if (position && *position && place == Place::Before)
        position = read_markers::positionBefore(connection, access->id, message);
    if (!position)
        return fail(position.error());
    if (!*position)
        return fail(Error::notFound(u"Message"));
    const auto moved = read_markers::move(connection, access->id, caller.userId, **position);
    if (!moved)
        return fail(moved.error());
    const MessageId id = (*position)->messageId;
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::ReadMarkerMoved{.channelId = access->id,
                                                           .messageId = id.isNull() ? std::nullopt : std::optional(id)},
                        .audience = realtime::PeopleAudience{.userIds = {caller.userId}}});
    return viewedChannel(connection, access->id, caller.userId);
}

} // namespace plexi::services
