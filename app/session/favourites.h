// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/cache.h"
#include "app/net/api_client.h"

#include <QObject>
#include <QSet>

namespace plexi::app {

/**
 * The channels that the person wants to find at once: here at once, on the server among the account's preferences as soon as
 * there is a line, so that their other devices have them too. What changed here and was not told yet counts for more than
 * what the server says. Main thread, owned by the session.
 */
class Favourites : public QObject
{
    Q_OBJECT

public:
    /** The name among the preferences; its value is a list of ids. */
    static constexpr QLatin1StringView kPreference{"favourite_channels"};

    /** Has those of the cache. Both must outlive this. */
    Favourites(ApiClient *api, Cache *cache, QObject *parent = nullptr);

    bool has(ChannelId channel) const { return m_channels.contains(channel); }
    void set(ChannelId channel, bool isFavourite);
    /** The line is there: tells what could not be told, else asks what there is. */
    void resume();

signals:
    void changed(plexi::ChannelId channel);

private:
    QCoro::Task<> tell();
    QCoro::Task<> ask();
    void replace(const QSet<ChannelId> &channels);
    void keep();

    ApiClient *m_api;
    Cache *m_cache;
    QSet<ChannelId> m_channels;
    /** The server does not know yet. */
    bool m_isUntold = false;
    bool m_isTelling = false;
};

} // namespace plexi::app
