// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/file_card.h"
#include "app/models/message_part.h"
#include "app/models/reaction_pill.h"
#include "app/session/channel_timeline.h"
#include "app/session/people.h"
#include "app/text/markdown.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace plexi::app {

/** What a timeline asks of its session. */
class TimelineActions
{
public:
    virtual ~TimelineActions() = default;

    virtual void loadOlder(ChannelId channel) = 0;
    virtual void loadNewer(ChannelId channel) = 0;
    virtual void jumpToNewest(ChannelId channel) = 0;
    virtual void retrySending(const QString &clientMessageId) = 0;
    virtual void discardUnsent(const QString &clientMessageId) = 0;
    virtual void rewriteUnsent(const QString &clientMessageId, const QString &text) = 0;
    virtual void editMessage(const protocol::Message &message, const QString &text) = 0;
    virtual void deleteMessage(const protocol::Message &message) = 0;
    virtual void react(const protocol::Message &message, const QString &emoji, bool on) = 0;
    virtual void pin(const protocol::Message &message, bool on) = 0;
    /** The message as it will be when everything that waits to be sent is done. */
    virtual protocol::Message shown(const protocol::Message &message) const = 0;
    /** Its text as it is to be shown; nothing where the text itself will do. */
    virtual QList<TextPart> partsOf(const protocol::Message &message) = 0;
    virtual void markRead(ChannelId channel, MessageId message) = 0;
};

/**
 * The current channel's messages, row 0 is the oldest in memory. Rows are inserted, removed, moved and changed; the model
 * resets only when another channel is shown or the window jumps to the newest messages from afar.
 * What a row looks like beside its neighbours (group, day, "New" line) is decided here.
 */
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /** Nothing older exists on the server. */
    Q_PROPERTY(bool atStart READ atStart NOTIFY windowChanged FINAL)
    /** The last row is the channel's newest message. */
    Q_PROPERTY(bool atNewest READ atNewest NOTIFY windowChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY windowChanged FINAL)
    /** Loaded, and there is nothing. */
    Q_PROPERTY(bool empty READ isEmpty NOTIFY windowChanged FINAL)
    Q_PROPERTY(QString loadError READ loadError NOTIFY windowChanged FINAL)
    /** Messages of others after the read marker, in the window and beyond it. */
    Q_PROPERTY(int unreadBelow READ unreadBelow NOTIFY windowChanged FINAL)
    /** The row under the "New" line, or -1. */
    Q_PROPERTY(int firstUnreadRow READ firstUnreadRow NOTIFY firstUnreadRowChanged FINAL)

public:
    /** The values of SendState, for QML. */
    enum State { Sent, Pending, Waiting, Failed };
    Q_ENUM(State)
    /** The values of TextPart::Kind, for QML. */
    enum Part { PartText, PartQuote, PartTable, PartCode, PartRule };
    Q_ENUM(Part)
    enum Role {
        MessageIdRole = Qt::UserRole,
        AuthorIdRole,
        AuthorNameRole,
        InitialsRole,
        ContentRole,
        TimeTextRole,
        FullTimeTextRole,
        DayTextRole,
        IsFirstOfGroupRole,
        IsEditedRole,
        IsDeletedRole,
        IsOwnRole,
        StateRole,
        StateTextRole,
        ShowsNewMarkerRole,
        ReplyMessageIdRole,
        ReplyAuthorRole,
        ReplyTextRole,
        MentionsMeRole,
        ReactionsRole,
        IsPinnedRole,
        ReplyCountRole,
        LastReplyTextRole,
        /** Nothing where the content is shown as it is. */
        PartsRole,
        /** FileCards. */
        AttachmentsRole,
        /** The author's picture, for an Image. */
        AvatarRole,
    };
    Q_ENUM(Role)
    /** A new group begins when the row before is older than this. */
    static constexpr qint64 kGroupMilliseconds = 5 * 60 * 1000;
    /** "Sending…" appears after this, so that an ordinary send never changes a row's height. */
    static constexpr int kPendingTextDelay = 300;

    /** @p people and @p actions must outlive the model. */
    TimelineModel(People *people, TimelineActions *actions, UserId self, QObject *parent = nullptr);

    /** Shows another channel, or nothing. @p unreadAfter: the "New" line goes before the first message after it. */
    void show(ChannelTimeline *timeline, std::optional<MessageId> unreadAfter);
    ChannelTimeline *timeline() const { return m_timeline; }
    /** Puts the "New" line before the first message of others after this one, or takes it away. */
    void setUnreadAfter(std::optional<MessageId> message);
    bool hasNewMarker() const { return m_unreadAfter.has_value(); }
    /** Where the read marker stands; unreadBelow counts from there. */
    void setReadUpTo(std::optional<MessageId> message);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return m_timeline ? m_timeline->size() : 0; }
    bool atStart() const { return m_timeline && m_timeline->atStart(); }
    bool atNewest() const { return !m_timeline || m_timeline->atNewest(); }
    bool isLoading() const { return m_timeline && m_timeline->isLoading(); }
    bool isEmpty() const { return m_timeline && m_timeline->isLoaded() && m_timeline->size() == 0; }
    QString loadError() const { return m_timeline ? m_timeline->loadError() : QString(); }
    int unreadBelow() const;
    int firstUnreadRow() const { return m_newRow; }

    /** Each does nothing while a page is on its way, or where there is nothing more. */
    Q_INVOKABLE void loadOlder();
    Q_INVOKABLE void loadNewer();
    Q_INVOKABLE void jumpToNewest();
    /** @p messageId of a row that was not sent. */
    Q_INVOKABLE void retry(const QString &messageId);
    Q_INVOKABLE void discard(const QString &messageId);
    /** The text to put into an editor. */
    Q_INVOKABLE QString editText(const QString &messageId) const;
    Q_INVOKABLE void edit(const QString &messageId, const QString &text);
    Q_INVOKABLE void remove(const QString &messageId);
    /** Adds the person's reaction, or takes it back. */
    Q_INVOKABLE void react(const QString &messageId, const QString &emoji);
    Q_INVOKABLE void setPinned(const QString &messageId, bool pinned);
    /** Who wrote it; empty where it is not in memory. */
    Q_INVOKABLE QString authorOf(const QString &messageId) const;
    /** Its text in one line, for where it is quoted. */
    Q_INVOKABLE QString quoteOf(const QString &messageId) const;
    Q_INVOKABLE void copyText(const QString &messageId) const;
    /** Puts a text that was seen in a message into the clipboard. */
    Q_INVOKABLE static void copy(const QString &text);
    /** The newest message of one's own that can be edited, or an empty text. */
    Q_INVOKABLE QString lastOwnMessageId() const;
    /** -1 where it is not in memory. */
    Q_INVOKABLE int rowOf(const QString &messageId) const;
    /** The view shows this row, and the window is active: everything up to it has been read. */
    Q_INVOKABLE void markReadTo(int row);

signals:
    void countChanged();
    void windowChanged();
    void firstUnreadRowChanged();

private:
    void connectTimeline();
    void rowsChanged(int first, int last);
    /** What depends on the neighbours of @p row. */
    void refreshNeighbour(int row);
    void refreshNewMarker();
    void refreshPendingTexts();
    void refreshDays();
    void refreshAuthor(UserId user);
    void afterStructureChange(int next);
    bool isFirstOfDay(int row) const;
    bool isFirstOfGroup(int row) const;
    QString stateText(int row) const;
    QString dayText(int row) const;
    static QString lastReplyText(qint64 ms);
    QList<MessagePart> partsOf(const protocol::Message &message) const;
    QList<FileCard> cardsOf(const protocol::Message &message) const;
    QList<ReactionPill> pillsOf(const protocol::Message &message) const;
    /** As it looks to the person. */
    protocol::Message messageAt(int row) const;
    const TimelineRow *replied(const protocol::Message &message) const;
    qint64 timeOf(int row) const;

    People *m_people;
    TimelineActions *m_actions;
    UserId m_self;
    QPointer<ChannelTimeline> m_timeline;
    std::optional<MessageId> m_unreadAfter;
    std::optional<MessageId> m_readUpTo;
    int m_newRow = -1;
    QTimer m_pendingText;
    QTimer m_midnight;
};

} // namespace plexi::app
