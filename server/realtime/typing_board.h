// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QHash>

#include <chrono>
#include <functional>
#include <utility>

namespace plexi::realtime {

class DeadlineQueue;
struct HubOptions;

/** Who is typing where, as far as the sockets of one loop say. Belongs to the loop's thread. */
class TypingBoard
{
public:
    struct Change {
        ChannelId channel;
        UserId user;
        /** The socket that said so and need not be told. */
        quint64 socket = 0;
        bool isTyping = true;
    };
    /** Tells the channel. */
    using Announce = std::function<void(const Change &)>;

    /** @p deadlines and @p options outlive it; nothing of @p deadlines runs once this is gone. */
    TypingBoard(DeadlineQueue &deadlines, const HubOptions &options, Announce announce);
    Q_DISABLE_COPY_MOVE(TypingBoard)

    /** Announced at first, then as HubOptions::typingRepeat says; lapses by itself. */
    void start(ChannelId channel, UserId user, quint64 socket);
    /** Announced where the person was typing. */
    void stop(ChannelId channel, UserId user);
    void stopSocket(quint64 socket);
    void stopChannel(ChannelId channel);

private:
    using Clock = std::chrono::steady_clock;
    using Key = std::pair<ChannelId, UserId>;
    struct Entry {
        quint64 socket = 0;
        /** Tells this entry's deadline from that of an earlier one. */
        quint64 serial = 0;
        Clock::time_point lapsesAt;
        Clock::time_point announcedAt;
    };

    void check(Key key, quint64 serial);
    template <typename Predicate>
    void stopWhere(Predicate isWanted);

    DeadlineQueue &m_deadlines;
    const HubOptions &m_options;
    Announce m_announce;
    QHash<Key, Entry> m_entries;
    quint64 m_lastSerial = 0;
};

} // namespace plexi::realtime
