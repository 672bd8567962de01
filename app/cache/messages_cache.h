// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/protocol/event.h"
#include "shared/protocol/message.h"
#include "shared/protocol/message_filter.h"

namespace plexi::app::cache {

/** An older version than the one that is there is ignored. */
Result<> writeMessage(Database &database, const protocol::Message &message);
/** Does nothing where the message is not there, or is newer than the change. */
Result<> applyReaction(Database &database, const protocol::ReactionChanged &event);
Result<> applyPin(Database &database, const protocol::PinChanged &event);

Result<std::optional<protocol::Message>> readMessage(Database &database, MessageId id);
/** Of a channel, replies in threads left out: at most @p limit, newest first, from @p oldest on and before @p before. */
Result<QList<protocol::Message>> readBefore(Database &database, ChannelId channel, MessageId oldest,
                                            std::optional<MessageId> before, qint64 limit);
/** The same from the other side: those next after @p after, oldest first. */
Result<QList<protocol::Message>> readAfter(Database &database, ChannelId channel, MessageId after, qint64 limit);
/** The replies in a thread that are known, oldest first. */
Result<QList<protocol::Message>> readThread(Database &database, MessageId root);

/** What a search looks for. */
struct Wanted {
    /** The last word may be the beginning of one. */
    QString text = {};
    /** Null for all. */
    ChannelId channel = {};
    protocol::MessageFilter filter = {};
};

/**
 * Those with every word in them, whatever the case and the accents, newest first. Where there are no words, the filter alone
 * chooses among the newest kMostLookedAt; where there is no filter either, nothing is found.
 */
Result<QList<protocol::Message>> searchMessages(Database &database, const Wanted &wanted, qint64 limit);
/** So many are held against a filter: it is done while somebody types. */
inline constexpr qint64 kMostLookedAt = 2000;

Result<qint64> countMessages(Database &database);
/** All, with their words and the accounts of what of each channel is here. */
Result<> removeAllMessages(Database &database);

/** How many messages a cache keeps when it is tidied. */
struct Keep {
    /** Of one channel. */
    qint64 channel = 10'000;
    /** In all; a channel has at least kLeast of them. */
    qint64 all = 200'000;

    static constexpr qint64 kLeast = 200;
};

/** Lets go of each channel's oldest messages, with their words, where there are more than that. */
Result<> trimMessages(Database &database, const Keep &keep);

} // namespace plexi::app::cache
