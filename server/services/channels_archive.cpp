// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of ChannelsService that closes channels and opens them again.
#include "server/services/channel_access.h"
#include "server/services/channels_service.h"
#include "server/store/channels_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Channel;
using store::WriteTransaction;

QCoro::Task<Result<Channel>> ChannelsService::setArchived(security::Principal caller, QString name, bool isArchived)
{
    auto job = [this, caller, name, isArchived](WriteTransaction &transaction) -> Result<Channel> {
        return applyArchived(transaction, caller, name, isArchived);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<Channel> ChannelsService::applyArchived(WriteTransaction &transaction, const security::Principal &caller,
                                               const QString &name, bool isArchived)
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
    if (channel.slug == kGeneral)
        return fail(Error::forbidden(u"The channel that everybody joins cannot be archived"_s));
    if (channel.archivedAt.has_value() == isArchived)
        return viewedChannel(connection, channel.id, caller.userId);
    channel.archivedAt = isArchived ? std::optional(Timestamp::now()) : std::nullopt;
    if (auto written = store::channels::setArchived(connection, channel.id, channel.archivedAt); !written)
        return fail(std::move(written.error()));
    auto audience = audienceOf(connection, channel);
    if (!audience)
        return fail(std::move(audience.error()));
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::ChannelUpdated{channel}, .audience = std::move(*audience)});
    return viewedChannel(connection, channel.id, caller.userId);
}

} // namespace plexi::services
