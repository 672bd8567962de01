// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/store/messages_store.h"

/** The rules of who may do what with a message, for all services that do more with it than MessagesService does. */
namespace plexi::services {

/** The message where the caller may read it, its tombstone too; else 404. */
Result<store::messages::Sighting> readableMessage(store::Connection &connection, MessageId message,
                                                  const security::Principal &caller);
/** The message where it is not deleted and the caller is a member of its channel; else 403, or 404 as above. */
Result<store::messages::Sighting> memberMessage(store::Connection &connection, MessageId message,
                                                const security::Principal &caller);

/** Gives the message its channel's next seq, which is returned. 404 where the channel is gone, 403 where it is archived. */
Result<qint64> stampMessage(store::Connection &connection, const protocol::Message &message);

/**
 * What a message refers to must be undeleted messages of its channel, else 404, and @p threadId no reply itself, else
 * ValidationError.
 */
Result<> checkReferences(store::Connection &connection, ChannelId channel, std::optional<MessageId> replyTo,
                         std::optional<MessageId> threadId);

} // namespace plexi::services
