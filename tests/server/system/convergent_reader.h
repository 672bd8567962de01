// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rest_client.h"

#include <QHash>
#include <QJsonObject>
#include <QQueue>
#include <QRandomGenerator>
#include <QSet>
#include <QStringList>
#include <QUrl>
#include <QWebSocket>

#include <memory>

namespace plexi::test {

/**
 * A client with no more than the contract gives it: it applies frames in their order, asks `after_seq` where a number is
 * missing, and drops what it may no longer read. It loses its connection now and then, in the middle of anything. Lives on
 * one thread.
 */
class ConvergentReader
{
public:
    /** What a reader has of a channel. */
    struct State {
        qint64 seq = 0;
        /** By id: the message as JSON, with reactions in a canonical order. */
        QHash<QString, QJsonObject> messages;
    };

    ConvergentReader(const QUrl &server, const QUrl &socket, const QString &token, QStringList channels, quint32 seed);

    /** Reads for about @p milliseconds, with random disconnects. */
    void read(int milliseconds);
    /** Stays connected from here on, and returns when all that was published before has been applied. */
    void settle();

    const QHash<QString, State> &states() const { return m_states; }
    /** All of a channel, asked for anew; nothing where it may not be read. */
    std::optional<State> fresh(const QString &channel);

    /** The messages in the pages of a channel. */
    QSet<QString> listed(const QString &channel);

    /** Each frame of a channel that came: its channel and seq. */
    const QList<std::pair<QString, qint64>> &seen() const { return m_seen; }
    /** What must not happen. */
    const QStringList &faults() const { return m_faults; }
    int disconnects() const { return m_disconnects; }

private:
    void connectAgain();
    void subscribe(const QStringList &channels);
    void applyQueued();
    void apply(const QJsonObject &frame);
    void applyMessage(const QString &channel, qint64 seq, const QJsonObject &message);
    void applyMark(const QString &type, const QJsonObject &data);
    /** Whether the frame with @p seq is the channel's next; asks for what is missing where it is beyond that. */
    bool isNext(const QString &channel, qint64 seq);
    void catchUp(const QString &channel);
    /** Pages of `after_seq` into @p state; false where the channel may not be read. */
    bool follow(const QString &channel, State &state);

    RestClient m_client;
    QUrl m_socketUrl;
    QString m_token;
    const QStringList m_channels;
    QString m_ownId;
    QRandomGenerator m_random;
    std::unique_ptr<QWebSocket> m_socket;
    QQueue<QJsonObject> m_queue;
    QHash<QString, State> m_states;
    QList<std::pair<QString, qint64>> m_seen;
    QStringList m_faults;
    /** Until this connection is cut. */
    qsizetype m_framesLeft = 0;
    int m_disconnects = 0;
    int m_pongs = 0;
};

} // namespace plexi::test
