// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/cache.h"
#include "app/cache/channels_cache.h"
#include "app/cache/messages_cache.h"
#include "app/session/drafts.h"
#include "app/session/outbox.h"
#include "app/session/read_markers.h"
#include "app/session/reducer.h"
#include "app/session/uploads.h"

#include <QObject>
#include <QTimer>

namespace plexi::app {

/**
 * Writes what the session knows into the cache, and fills a new session from it. For each channel it keeps account of which
 * messages the cache has without a hole, and up to which `seq` they are right: what is behind that is asked for at the next
 * start, so that the cache may be behind, but never wrong. Main thread, owned by the session.
 */
class Mirror : public QObject
{
    Q_OBJECT

public:
    /** Names, counts and drafts change often and are written together, so long after the first change. */
    static constexpr std::chrono::milliseconds kDelay{250};
    /** Messages in a page that comes out of the cache. */
    static constexpr qint64 kPage = protocol::kDefaultLimit;

    /** All must outlive this. */
    Mirror(Cache *cache, Reducer *reducer, Drafts *drafts, Outbox *outbox, Uploads *uploads, ReadMarkers *readMarkers,
           QObject *parent = nullptr);
    /** Writes what waits, and lets go of what is too much. */
    ~Mirror() override;

    /** Fills the session. Before anything else happens to it. */
    void restore();
    /** The channel that was open when the program ended, or null. */
    ChannelId openChannel();
    void setOpenChannel(ChannelId channel);

    /** The cache has messages of this channel, up to its newest as far as was heard. */
    bool isLoaded(ChannelId channel) const;
    /** Every change up to this one is in the cache. */
    qint64 seqOf(ChannelId channel) const;
    std::optional<protocol::MessagePage> newest(ChannelId channel);
    /** What is next to @p cursor; nothing where the cache does not reach there. */
    std::optional<protocol::MessagePage> before(ChannelId channel, MessageId cursor);
    std::optional<protocol::MessagePage> after(ChannelId channel, MessageId cursor);
    /** A page around @p message, which the cache has; it is newest first and says on which sides there is more. */
    std::optional<protocol::MessagePage> around(ChannelId channel, MessageId message);
    std::optional<protocol::Message> message(MessageId id);
    QList<protocol::Message> thread(MessageId root);
    /** Who was in the channel when it was last open. */
    QSet<UserId> members(ChannelId channel);
    void putMembers(ChannelId channel, const QList<UserId> &members);
    QList<protocol::Message> search(const cache::Wanted &wanted, qint64 limit);

    /** The newest page replaces what the cache had. @p sequence: which changes are in it. */
    void putNewest(ChannelId channel, const protocol::MessagePage &page, const Sequence &sequence);
    /** A page of what is before @p cursor. */
    void putOlder(ChannelId channel, const protocol::MessagePage &page, MessageId cursor);
    /** Messages from elsewhere; each may be known already. */
    void putMessages(const QList<protocol::Message> &messages);
    /** An answer had every change between the two. */
    void catchUp(ChannelId channel, qint64 from, qint64 to);
    /** What the cache has of this channel is not to be relied on. */
    void forgetMessages(ChannelId channel);
    /** Nothing is left of any channel's messages; what is on the screen stays there. */
    void clearMessages();
    /** The server's history is another one: nothing of what the cache has of this channel is left. */
    void dropMessages(ChannelId channel);

private:
    struct Kept {
        MessageId oldest;
        bool atStart = false;
        Sequence sequence;
    };

    void connectParts();
    void connectWritten();
    void restoreChannels();
    void see(ChannelId channel, qint64 seq);
    void forget(ChannelId channel);
    void touch(ChannelId channel);
    void flush();

    Cache *m_cache;
    Reducer *m_reducer;
    Drafts *m_drafts;
    Outbox *m_outbox;
    Uploads *m_uploads;
    ReadMarkers *m_readMarkers;
    QHash<ChannelId, Kept> m_kept;
    QSet<ChannelId> m_changedChannels;
    QSet<ChannelId> m_changedDrafts;
    QSet<UserId> m_changedUsers;
    QTimer m_delay;
};

} // namespace plexi::app
