// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/sequence.h"
#include "shared/core/ids.h"
#include "shared/protocol/event.h"
#include "shared/protocol/message.h"
#include "shared/protocol/pagination.h"

#include <QObject>

#include <optional>
#include <variant>
#include <vector>

namespace plexi::app {

/** How far a message of one's own has come. */
enum class SendState { Sent, Pending, Waiting, Failed };

/** One row of a timeline: a message of the server's, or one of one's own that is not there yet (null id). */
struct TimelineRow {
    protocol::Message message;
    SendState state = SendState::Sent;
    /** Why sending failed, or how far it is, for people. */
    QString fault = {};
    /** When the row was written, milliseconds since the epoch; only for rows without an id. */
    qint64 writtenAt = 0;

    bool isPlaced() const { return !message.id.isNull(); }
};

/**
 * The part of one channel's messages that is in memory: a window without holes, oldest first, then the rows that are still
 * to be sent. Pages, frames and answers may enter in any order; a message's own `seq` decides which of two versions is newer.
 * What lies outside of the window is not kept. While a page is on its way, every change is: the answer may be older than a
 * frame that overtook it, so the changes are applied once more behind the page.
 * Replies in threads are no rows, but their `seq` counts; a thread has a timeline of its own, with the root and its replies.
 *
 * Every change is announced before and after, in the form in which QAbstractItemModel wants it. Main thread.
 */
class ChannelTimeline : public QObject
{
    Q_OBJECT

public:
    /** Placed rows kept after a page was added; the rest is let go at the far end. */
    static constexpr int kMaxRows = 600;
    /** Where news stop being appended although nobody looks at them. */
    static constexpr int kHardMaxRows = 1200;
    /** Placed rows kept when another channel is opened. */
    static constexpr int kParkedRows = 100;

    /** @p thread: the root, for a thread's timeline. */
    explicit ChannelTimeline(ChannelId channel, std::optional<MessageId> thread = std::nullopt,
                             QObject *parent = nullptr);

    ChannelId channelId() const { return m_channel; }
    std::optional<MessageId> thread() const { return m_thread; }
    /** Whether this message is one of its rows. */
    bool belongs(const protocol::Message &message) const;
    int size() const { return static_cast<int>(m_rows.size()); }
    int placedSize() const { return m_placed; }
    const TimelineRow &row(int index) const { return m_rows[static_cast<size_t>(index)]; }
    /** -1 where it is not in the window. */
    int indexOf(MessageId id) const;
    int indexOfClientId(const QString &clientMessageId) const;
    std::optional<MessageId> oldestId() const;
    std::optional<MessageId> newestId() const;

    /** A page has arrived. */
    bool isLoaded() const { return m_isLoaded; }
    bool atStart() const { return m_atStart; }
    bool atNewest() const { return m_atNewest; }
    /** Messages of others that came while the window did not reach the newest. */
    int newsBeyond() const { return static_cast<int>(m_newsBeyond.size()); }
    const Sequence &sequence() const { return m_sequence; }
    /** A page is on its way. */
    bool isLoading() const { return m_isLoading; }
    /** Why the last page could not be had, for people; empty where all is well. */
    const QString &loadError() const { return m_loadError; }
    void setLoading(bool loading, const QString &error = {});

    /** Between these two (they nest), changes are kept to be applied again behind the page. */
    void beginFetch() { ++m_fetches; }
    void endFetch();

    /** A page replaces the window: the newest, or one that says that there are newer ones. @p baseline: the channel's known `seq` when the request was sent. */
    void showPage(const protocol::MessagePage &page, qint64 baseline);
    /** A page of what is before @p cursor; ignored when the window no longer begins there. */
    void addOlder(const protocol::MessagePage &page, MessageId cursor);
    /** A page of what is after @p cursor; ignored when the window no longer ends there. */
    void addNewer(const protocol::MessagePage &page, MessageId cursor);

    /** A message as it is now: from a frame or an answer. */
    void apply(const protocol::Message &message);
    void apply(const protocol::ReactionChanged &change);
    void apply(const protocol::PinChanged &change);
    /** The server's counter is at least @p seq. */
    void hearSeq(qint64 seq) { m_sequence.hear(seq); }
    /** Everything up to @p seq has been applied. */
    void catchUp(qint64 seq) { m_sequence.catchUp(seq); }

    /** Adds a row of one's own at the end; its client_message_id names it. */
    void addUnsent(const protocol::Message &message, qint64 writtenAt);
    void setUnsentState(const QString &clientMessageId, SendState state, const QString &fault = {});
    void setUnsentContent(const QString &clientMessageId, const QString &content);
    void removeUnsent(const QString &clientMessageId);

    /** Something that the outbox holds changes how this message looks. */
    void touch(MessageId id);

    /** Another channel is shown now: keeps a little, or nothing where the window is not at the newest. */
    void park();
    /** Forgets its messages, and not how far they are known. */
    void unload();
    /** The server's history is another one than before: forgets its messages and how far they were known. */
    void restart();
    /** Lets go of placed rows at one end. */
    void trimOlder(int keep);
    void trimNewer(int keep);

signals:
    void aboutToInsert(int first, int last);
    void inserted(int first, int last);
    void aboutToRemove(int first, int last);
    void removed(int first, int last);
    /** @p to counts before the move, as in QAbstractItemModel::beginMoveRows(). */
    void aboutToMove(int from, int to);
    void moved(int from, int to);
    void changed(int first, int last);
    void aboutToReset();
    void wasReset();
    /** atStart(), atNewest(), isLoaded(), newsBeyond(), isLoading() or loadError(). */
    void windowChanged();

private:
    using Early = std::variant<protocol::Message, protocol::ReactionChanged, protocol::PinChanged>;
    enum class Reach { Inside, Outside };

    Reach reachOf(MessageId id) const;
    int lowerBound(MessageId id) const;
    void insertPlaced(const protocol::Message &message);
    void placeUnsent(int index, const protocol::Message &message);
    void insertBlock(int first, std::vector<TimelineRow> rows);
    void removeRows(int first, int last);
    void replayEarly();
    void keepEarly(const Early &change);
    void change(MessageId id, qint64 seq, const std::function<void(protocol::Message &)> &edit);

    std::vector<TimelineRow> rowsOf(const protocol::MessagePage &page) const;

    ChannelId m_channel;
    std::optional<MessageId> m_thread;
    std::vector<TimelineRow> m_rows;
    /** Rows with an id; the others follow them. */
    int m_placed = 0;
    bool m_isLoaded = false;
    bool m_atStart = false;
    bool m_atNewest = true;
    bool m_isLoading = false;
    QString m_loadError;
    int m_fetches = 0;
    std::vector<Early> m_early;
    QSet<MessageId> m_newsBeyond;
    Sequence m_sequence;
};

} // namespace plexi::app
