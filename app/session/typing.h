// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/realtime_client.h"
#include "app/session/people.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace plexi::app {

/** Who types in the current channel, and telling others that oneself does. Main thread, owned by the session. */
class Typing : public QObject
{
    Q_OBJECT

public:
    /** At most one frame in this time while the person types. */
    static constexpr std::chrono::milliseconds kThrottle{3000};
    /** Somebody of whom nothing is heard for so long has stopped (contract, section 6). */
    static constexpr std::chrono::milliseconds kLapse{8000};

    /** Both must outlive this. */
    Typing(RealtimeClient *realtime, People *people, QObject *parent = nullptr);

    void showChannel(ChannelId channel);
    void composing(ChannelId channel);
    /** The message was sent, or its text taken away. */
    void stopped(ChannelId channel);
    void onTyping(ChannelId channel, UserId user, bool isTyping);
    /** The line is down. */
    void clear();
    /** "Kenji is typing…", or empty. */
    QString text() const;

signals:
    void textChanged();

private:
    void lapse();
    void startTimer();

    RealtimeClient *m_realtime;
    People *m_people;
    ChannelId m_shown;
    /** Channel → person → when it lapses, in milliseconds of m_clock. */
    QHash<ChannelId, QHash<UserId, qint64>> m_typing;
    QElapsedTimer m_clock;
    QTimer m_lapse;
    ChannelId m_announced;
    qint64 m_announcedAt = 0;
};

} // namespace plexi::app
