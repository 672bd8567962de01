// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_client.h"
#include "app/session/reducer.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>

namespace plexi::app {

/**
 * What is written but not yet on the server. Each channel's messages are sent one after the other, in the order in which
 * they were written; a repeat carries the same client_message_id, so that the server takes it once. A lost line keeps them;
 * a definite refusal marks the row as failed and lets the next one go. Main thread, owned by the session.
 */
class Outbox : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kFirstRetry{2000};
    static constexpr std::chrono::milliseconds kLongestRetry{30'000};

    /** Both must outlive this. */
    Outbox(ApiClient *api, Reducer *reducer, QObject *parent = nullptr);

    /** Shows the row at once; returns the message's client_message_id. */
    QString send(ChannelId channel, const QString &content);
    void retry(const QString &clientMessageId);
    void discard(const QString &clientMessageId);
    /** The line is back: what waits goes out. */
    void resume();
    /** Messages that are neither sent nor failed. */
    int waitingCount() const;
    /** Puts the rows of this channel into a timeline that was just made. */
    void fill(ChannelTimeline *timeline) const;

signals:
    void waitingCountChanged();

private:
    struct Entry {
        protocol::Message message;
        qint64 writtenAt = 0;
        SendState state = SendState::Pending;
        QString fault;
    };
    struct Queue {
        /** In order; failed ones stay until they are retried or discarded. */
        std::deque<Entry> entries;
        bool isRunning = false;
    };

    void onConfirmed(const QString &clientMessageId);
    void run(ChannelId channel);
    QCoro::Task<> drain(ChannelId channel);
    /** What is to be sent next, or nothing. */
    Entry *next(ChannelId channel);
    Entry *find(const QString &clientMessageId, ChannelId *channel = nullptr);
    void setState(Entry &entry, SendState state, const QString &fault = {});
    void holdBack(ChannelId channel, std::chrono::milliseconds delay);

    ApiClient *m_api;
    Reducer *m_reducer;
    QHash<ChannelId, Queue> m_queues;
    QTimer m_retry;
    int m_failures = 0;
};

} // namespace plexi::app
