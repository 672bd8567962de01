// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/message.h"

#include <optional>

namespace plexi::protocol {

/** How one person stands to one thread. */
struct ThreadState {
    /** The thread's root. */
    MessageId threadId;
    ChannelId channelId;
    bool isFollowing = false;
    /** Others' undeleted replies after the marker; 0 for who does not follow. */
    qint64 unreadCount = 0;
    /** The reply up to which the person has read; nothing before the first, and for who does not follow. */
    std::optional<MessageId> lastReadMessageId;

    void write(JsonWriter &writer) const;
    /** As UTF-8. */
    QByteArray toJson() const;
    static Result<ThreadState> fromJson(const QJsonObject &object);
    static Schema schema();

    friend bool operator==(const ThreadState &, const ThreadState &) = default;
};

/** The threads that a person follows, the one with the newest reply first. */
struct ThreadPage {
    struct Entry {
        ThreadState state;
        Message root;
    };
    QList<Entry> threads;
    bool hasMore = false;
    /** The newest reply of the last thread returned, to be given as `before`; nothing at the end. */
    std::optional<MessageId> nextCursor;
    /** Exact: of all pages together. */
    qint64 totalCount = 0;

    /** As UTF-8. */
    QByteArray toJson() const;
    static Result<ThreadPage> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
