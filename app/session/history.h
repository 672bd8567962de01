// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_client.h"
#include "app/session/reducer.h"

#include <QObject>
#include <QSet>

namespace plexi::app {

/** Fetches pages of messages and what was missed, into the reducer's timelines. Main thread, owned by the session. */
class History : public QObject
{
    Q_OBJECT

public:
    /** Beyond so many missed changes, a window at the newest is loaded anew instead of catching up. */
    static constexpr qint64 kReloadGap = 1000;

    /** Both must outlive this. */
    History(ApiClient *api, Reducer *reducer, QObject *parent = nullptr)
        : QObject(parent), m_api(api), m_reducer(reducer)
    {
    }

    void loadNewest(ChannelId channel);
    void loadOlder(ChannelId channel);
    void loadNewer(ChannelId channel);
    /** Asks for the changes since the last one known, until there is no gap. */
    void sync(ChannelId channel);

signals:
    /** Catching up failed; it is worth another try later. */
    void syncFailed(plexi::ChannelId channel);

private:
    enum class Direction { Older, Newer };

    QCoro::Task<> runNewest(ChannelId channel);
    QCoro::Task<> runPage(ChannelId channel, Direction direction);
    QCoro::Task<> runSync(ChannelId channel);
    /** True where there may be more to ask for. */
    QCoro::Task<bool> syncOnce(ChannelId channel);

    ApiClient *m_api;
    Reducer *m_reducer;
    QSet<ChannelId> m_loadingNewest;
    QSet<ChannelId> m_syncing;
};

} // namespace plexi::app
