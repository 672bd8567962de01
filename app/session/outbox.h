// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/outbox_cache.h"
#include "app/net/api_client.h"
#include "app/session/reducer.h"
#include "app/session/uploads.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>

namespace plexi::app {

/** What a message answers, and where. */
struct SendTarget {
    std::optional<MessageId> replyTo = std::nullopt;
    /** The root of the thread it goes into. */
    std::optional<MessageId> thread = std::nullopt;
};

/**
 * What was done here and is not yet on the server: messages, edits, deletions, reactions and pins. Each channel's go out one
 * after the other, in the order in which they were done; a repeat of a message carries the same client_message_id, and a
 * repeat of anything else changes nothing, so that everything happens once. A lost line keeps them; a definite refusal marks
 * a message as failed, gives up anything else, and lets the next one go. Main thread, owned by the session.
 */
class Outbox : public QObject
{
    Q_OBJECT

public:
    using Item = cache::OutboxItem;
    static constexpr std::chrono::milliseconds kFirstRetry{2000};
    static constexpr std::chrono::milliseconds kLongestRetry{30'000};

    /** All must outlive this. */
    Outbox(ApiClient *api, Reducer *reducer, Uploads *uploads, QObject *parent = nullptr);

    /**
     * Shows the row at once; returns the message's client_message_id. What is attached in that place goes with it, and the
     * message waits for it.
     */
    QString send(ChannelId channel, const QString &content, const SendTarget &target = {});
    void edit(ChannelId channel, MessageId message, const QString &content);
    void remove(ChannelId channel, MessageId message);
    void react(ChannelId channel, MessageId message, const QString &emoji, bool on);
    void pin(ChannelId channel, MessageId message, bool on);

    void retry(const QString &clientMessageId);
    /** Another text for a message that was not sent, which is then tried again. */
    void rewrite(const QString &clientMessageId, const QString &content);
    void discard(const QString &clientMessageId);
    /** The line is back: what waits goes out. */
    void resume();
    /** What the program had not sent when it ended, in order. Nothing goes out before resume(). */
    void restore(const QList<Item> &items);
    /** What is neither done nor failed. */
    int waitingCount() const;
    /** Puts the rows of this channel into a timeline that was just made. */
    void fill(ChannelTimeline *timeline) const;
    /** A message of the server's as it will be when everything here is done. */
    protocol::Message shown(const protocol::Message &message) const;

signals:
    void waitingCountChanged();
    /** New or changed: keep it where it survives the program. */
    void stored(const plexi::app::cache::OutboxItem &item);
    /** Done, or given up. */
    void dropped(const QString &id);
    /** The server refused something that has no row of its own. */
    void refused(plexi::app::cache::OutboxItem::Kind kind, const plexi::app::ApiError &reason);
    /** shown() gives something else for this message. */
    void touched(plexi::ChannelId channel, plexi::MessageId message);

private:
    struct Entry {
        Item item;
        SendState state = SendState::Pending;
        bool isInFlight = false;
    };
    struct Queue {
        /** In order; failed ones stay until they are retried or discarded. */
        std::deque<Entry> entries;
        bool isRunning = false;
    };

    void onConfirmed(const QString &clientMessageId);
    /** Says in its message's row how far an upload is. */
    void showProgress(const QString &uploadId);
    void add(Item item);
    /** Takes back what waits and matches, without having sent it: true where there was one. */
    template <typename Matches>
    bool takeBack(ChannelId channel, Matches matches);
    void run(ChannelId channel);
    QCoro::Task<> drain(ChannelId channel);
    QCoro::Task<ApiResult<>> perform(Item item);
    QCoro::Task<ApiResult<protocol::Message>> post(Item item);
    /** For a change that the server answers without saying what it made of the message. */
    void applyHere(const Item &item);
    protocol::Message applied(protocol::Message message, const Item &item) const;
    protocol::Message draftOf(const Item &item) const;
    /** What is to be done next, or nothing. */
    Entry *next(ChannelId channel);
    Entry *find(const QString &id, ChannelId *channel = nullptr);
    void drop(ChannelId channel, const QString &id);
    void setState(Entry &entry, SendState state, const QString &fault = {});
    void holdBack(ChannelId channel, std::chrono::milliseconds delay);

    ApiClient *m_api;
    Reducer *m_reducer;
    Uploads *m_uploads;
    QHash<ChannelId, Queue> m_queues;
    QTimer m_retry;
    int m_failures = 0;
};

} // namespace plexi::app
