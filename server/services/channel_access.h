// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/store/channels_store.h"
#include "shared/protocol/event.h"

/** The rules that all services of conversations share: who may do what in a channel, and who hears of its changes. */
namespace plexi::services {

/** The channel where the caller may read it; else 404. @p name is an id or a slug. */
Result<store::channels::Access> readableChannel(store::Connection &connection, const QString &name,
                                                const security::Principal &caller);
/** The channel where the caller is a member; else 403, or 404 where the caller may not even see it. */
Result<store::channels::Access> memberChannel(store::Connection &connection, const QString &name,
                                              const security::Principal &caller);
/** The channel where the caller is its owner or, with the right to manage channels, may see it; else as above. */
Result<store::channels::Access> managedChannel(store::Connection &connection, const QString &name,
                                               const security::Principal &caller);

/** The answer to who sees a public channel but is no member. */
Error notAMember();
/** The answer to who wants to change what is said in an archived channel. */
Error channelIsArchived();

/** Who hears that the channel was made, changed or deleted: everybody, or its members where it is not public. */
Result<realtime::Audience> audienceOf(store::Connection &connection, const protocol::Channel &channel);

/** Takes the channel with the viewer's own fields; Internal where the caller cannot see it. */
Result<protocol::Channel> viewedChannel(store::Connection &connection, ChannelId id, UserId viewer);

/**
 * Publishes once the transaction is on disk, and keeps with it what webhooks are to be sent. @p publisher outlives the
 * writer's queue.
 */
void publishAfterCommit(store::WriteTransaction &transaction, realtime::EventPublisher &publisher,
                        realtime::Publication publication);

} // namespace plexi::services
