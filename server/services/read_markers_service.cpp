// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/read_markers_service.h"

#include "server/services/channel_access.h"
#include "server/store/read_markers_store.h"

namespace plexi::services {

using protocol::Channel;
using store::WriteTransaction;

ReadMarkersService::ReadMarkersService(store::Database &database, realtime::EventPublisher &publisher)
    : m_database(database), m_publisher(publisher)
{
}

QCoro::Task<Result<Channel>> ReadMarkersService::moveTo(security::Principal caller, QString channel, MessageId message)
{
    auto job = [this, caller, channel, message](WriteTransaction &transaction) -> Result<Channel> {
        store::Connection &connection = transaction.connection();
        const auto access = memberChannel(connection, channel, caller);
        if (!access)
            return fail(access.error());
        const auto position = store::read_markers::position(connection, access->id, message);
        if (!position)
            return fail(position.error());
        if (!*position)
            return fail(Error::notFound(u"Message"));
        const auto moved = store::read_markers::move(connection, access->id, caller.userId, **position);
        if (!moved)
            return fail(moved.error());
        publishAfterCommit(
            transaction, m_publisher,
            {.event = protocol::ReadMarkerMoved{.channelId = access->id, .messageId = (*position)->messageId},
             .audience = realtime::PeopleAudience{.userIds = {caller.userId}}});
        return viewedChannel(connection, access->id, caller.userId);
    };
    co_return co_await m_database.write(std::move(job));
}

} // namespace plexi::services
