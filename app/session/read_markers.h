// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_client.h"
#include "app/session/reducer.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace plexi::app {

/** Moves read markers: here at once, on the server at most once a second. Main thread, owned by the session. */
class ReadMarkers : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kThrottle{1000};

    /** Both must outlive this. */
    ReadMarkers(ApiClient *api, Reducer *reducer, QObject *parent = nullptr);

    void mark(ChannelId channel, MessageId message);
    /** What could not be told before the program ended: shown as read, and told when the line is there. */
    void restore(const QHash<ChannelId, MessageId> &markers) { m_failed = markers; }
    /** The line is back: what could not be told is told now. */
    void resume();

signals:
    /** The person read up to here, and the server does not know. */
    void moved(plexi::ChannelId channel, plexi::MessageId message);
    /** The server knows, or does not want to. */
    void settled(plexi::ChannelId channel, plexi::MessageId message);

private:
    void flush();
    QCoro::Task<> tell(ChannelId channel, MessageId message);

    ApiClient *m_api;
    Reducer *m_reducer;
    QHash<ChannelId, MessageId> m_untold;
    /** Could not be told; waits for the line. */
    QHash<ChannelId, MessageId> m_failed;
    QTimer m_throttle;
};

} // namespace plexi::app
