// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/sequence.h"
#include "shared/core/ids.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/message.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>

#include <optional>

namespace plexi::app {

/**
 * The channels this account may see, with its unread and mention counts. Counts come from REST snapshots, which say at which
 * `seq` they were taken; frames beyond that `seq` are counted on top, so that frames and answers may arrive in any order.
 * Lives on the main thread, owned by the session's reducer.
 */
class Channels : public QObject
{
    Q_OBJECT

public:
    explicit Channels(UserId self, QObject *parent = nullptr);

    /** Null where unknown. The pointer is good until the next change. */
    const protocol::Channel *find(ChannelId id) const;
    QList<ChannelId> ids() const { return m_entries.keys(); }
    QList<ChannelId> joined() const;
    bool isMember(ChannelId id) const;
    qint64 unreadCount(ChannelId id) const;
    qint64 mentionCount(ChannelId id) const;
    std::optional<MessageId> lastRead(ChannelId id) const;
    /** The highest `seq` heard of in any way. What a REST read sent from now on returns is at least as new. */
    qint64 knownSeq(ChannelId id) const;

    /** A channel as it was when the program last ended: whatever is heard of it now counts for more. */
    void putCached(const protocol::Channel &channel);
    /** A channel as REST shows it, with the viewer's fields. */
    void putSnapshot(const protocol::Channel &channel);
    /** A channel as a frame shows it, without the viewer's fields: the counts stay. */
    void putShared(const protocol::Channel &channel);
    /** The whole list was fetched: channels that are not in @p ids are gone. */
    void retain(const QList<ChannelId> &ids);
    void remove(ChannelId id);
    void setMember(ChannelId id, bool isMember);
    /** A change with this number arrived. */
    void seeSeq(ChannelId id, qint64 seq);
    /** The server's counter is at least @p seq. */
    void hearSeq(ChannelId id, qint64 seq);
    /** Changes are missing since the last snapshot, so the counts may be wrong: fetch the channel again. */
    bool hasGap(ChannelId id) const;
    /** Counts a message that was just made, where it counts: from somebody else, after the marker, no reply in a thread. */
    void countCreated(const protocol::Message &message);
    void countDeleted(const protocol::Message &message);
    /** The marker moved to @p message. @p nothingNewer: there is nothing to read after it. */
    void setRead(ChannelId id, std::optional<MessageId> message, bool nothingNewer);

signals:
    void added(plexi::ChannelId id);
    void changed(plexi::ChannelId id);
    void removed(plexi::ChannelId id);

private:
    /** A message counted on top of the last snapshot. */
    struct Counted {
        qint64 seq = 0;
        MessageId id;
        bool isMention = false;
    };
    struct Entry {
        protocol::Channel channel;
        qint64 snapshotSeq = 0;
        Sequence sequence;
        /** Nothing was heard of it in this run. */
        bool isCached = false;
        QList<Counted> counted;
        /** Deleted since the snapshot: an answer and a frame may both say so. */
        QSet<MessageId> uncounted;
    };

    Entry *entry(ChannelId id);
    const Entry *entry(ChannelId id) const;

    UserId m_self;
    QHash<ChannelId, Entry> m_entries;
};

} // namespace plexi::app
