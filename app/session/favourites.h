// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/cache.h"
#include "app/cache/favourites_cache.h"
#include "app/net/api_client.h"

#include <QObject>

namespace plexi::app {

/**
 * The channels that the person wants to find at once: here at once, on the server as soon as there is a line, so that their
 * other devices have them too. What was changed here and not told yet counts for more than what the server says, channel by
 * channel. Main thread, owned by the session.
 */
class Favourites : public QObject
{
    Q_OBJECT

public:
    /** Has those of the cache. Both must outlive this. */
    Favourites(ApiClient *api, Cache *cache, QObject *parent = nullptr);

    bool has(ChannelId channel) const { return m_kept.channels.contains(channel); }
    void set(ChannelId channel, bool isFavourite);
    /** What the server says of all the person's channels. */
    void learn(const QList<protocol::Channel> &channels);
    /** The line is there: tells what could not be told. */
    void resume();

signals:
    void changed(plexi::ChannelId channel);

private:
    QCoro::Task<> tell();
    void put(ChannelId channel, bool isFavourite);
    void keep();

    ApiClient *m_api;
    Cache *m_cache;
    cache::Favourites m_kept;
    bool m_isTelling = false;
};

} // namespace plexi::app
