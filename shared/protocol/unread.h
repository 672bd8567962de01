// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/channel.h"

#include <QList>

namespace plexi::protocol {

/** What one channel has that its member has not read. */
struct UnreadChannel {
    ChannelId channelId;
    NotificationLevel notificationLevel = NotificationLevel::All;
    /** Where the member's marker stands. */
    std::optional<MessageId> lastReadMessageId;
    /** Where reading would go on; nothing where only threads have something. */
    std::optional<MessageId> firstUnreadMessageId;
    qint64 unreadCount = 0;
    qint64 mentionCount = 0;
    /** Threads that the member follows and has not read to their end, and the replies there. */
    qint64 unreadThreads = 0;
    qint64 unreadReplies = 0;

    friend bool operator==(const UnreadChannel &, const UnreadChannel &) = default;
};

/** The answer to GET /users/me/unread: by channel, those without anything unread left out. */
struct UnreadSummary {
    QList<UnreadChannel> channels;

    /** As UTF-8; with the sums over all channels. */
    QByteArray toJson() const;
    static Result<UnreadSummary> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
