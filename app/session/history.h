// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_client.h"
#include "app/session/mirror.h"
#include "app/session/reducer.h"

#include <QObject>
#include <QSet>

namespace plexi::app {

/**
 * Fetches pages of messages and what was missed, into the reducer's timelines and the cache: from the cache where it has them,
 * else from the server. Main thread, owned by the session.
 */
class History : public QObject
{
    Q_OBJECT

public:
    /** Beyond so many missed changes, a window at the newest is loaded anew instead of catching up. */
    static constexpr qint64 kReloadGap = 1000;

    /** All must outlive this. */
    History(ApiClient *api, Reducer *reducer, Mirror *mirror, QObject *parent = nullptr)
        : QObject(parent), m_api(api), m_reducer(reducer), m_mirror(mirror)
    {
    }

    void loadNewest(ChannelId channel);
    void loadOlder(ChannelId channel);
    void loadNewer(ChannelId channel);
    /** Asks for the changes since the last one known, until there is no gap. */
    void sync(ChannelId channel);
    /** The window moves to where this message is, unless it is in it. */
    QCoro::Task<ApiResult<>> showAround(ChannelId channel, MessageId message);
    /** Fills the reducer's thread, which was just opened: with what is known, then with what the server says. */
    void loadThread(ChannelTimeline *thread, const std::optional<protocol::Message> &root);
    /** The same for every channel of which the cache has messages, in as few questions as can be. */
    QCoro::Task<> syncAll();

signals:
    /** Catching up failed; it is worth another try later. */
    void syncFailed(plexi::ChannelId channel);

private:
    enum class Direction { Older, Newer };

    bool showCached(ChannelId channel);
    QCoro::Task<> runNewest(ChannelId channel);
    QCoro::Task<> runPage(ChannelId channel, Direction direction);
    QCoro::Task<> runThread(MessageId root);
    QCoro::Task<> runSync(ChannelId channel);
    /** True where there may be more to ask for. */
    QCoro::Task<bool> syncOnce(ChannelId channel);

    qint64 syncedOf(ChannelId channel) const;
    protocol::SyncRequest syncRequest();
    void applySync(const protocol::SyncedChannel &synced, qint64 since);

    ApiClient *m_api;
    Reducer *m_reducer;
    Mirror *m_mirror;
    QSet<ChannelId> m_loadingNewest;
    QSet<ChannelId> m_syncing;
};

} // namespace plexi::app
