// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/protocol/channel.h"

namespace plexi::app::cache {

/** Which messages of a channel the cache has without a hole: from @c oldest on, as they were at @c seq. */
struct Span {
    /** Null where there are none. */
    MessageId oldest;
    /** Nothing is older on the server. */
    bool atStart = false;
    qint64 seq = 0;
    /** A page was kept; false where the cache has nothing of the channel. */
    bool isLoaded = false;
};

struct CachedChannel {
    protocol::Channel channel;
    Span span;
};

Result<QList<CachedChannel>> readChannels(Database &database);
/** The span stays. */
Result<> writeChannel(Database &database, const protocol::Channel &channel);
Result<> writeSpan(Database &database, ChannelId channel, const Span &span);
/** Its messages only: what comes now is another history. */
Result<> removeMessages(Database &database, ChannelId channel);
/** With its messages. What is written and not sent stays. */
Result<> removeChannel(Database &database, ChannelId channel);

/** Who was in it when that was last known. */
Result<QList<UserId>> readMembers(Database &database, ChannelId channel);
Result<> writeMembers(Database &database, ChannelId channel, const QList<UserId> &members);
Result<> writeMember(Database &database, ChannelId channel, UserId user, bool isMember);

} // namespace plexi::app::cache
