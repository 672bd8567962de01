// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/favourites.h"

#include <QPointer>

namespace plexi::app {

Favourites::Favourites(ApiClient *api, Cache *cache, QObject *parent) : QObject(parent), m_api(api), m_cache(cache)
{
    if (const auto kept = m_cache->read([](cache::Database &database) { return cache::readFavourites(database); }))
        m_kept = *kept;
}

void Favourites::set(ChannelId channel, bool isFavourite)
{
    if (has(channel) == isFavourite)
        return;
    m_kept.untold.insert(channel);
    put(channel, isFavourite);
    keep();
    if (!m_isTelling)
        tell();
}

void Favourites::learn(const QList<protocol::Channel> &channels)
{
    const QSet<ChannelId> before = m_kept.channels;
    for (const protocol::Channel &channel : channels) {
        if (channel.viewer && !m_kept.untold.contains(channel.id))
            put(channel.id, channel.viewer->favoritePosition.has_value());
    }
    if (m_kept.channels != before)
        keep();
}

void Favourites::resume()
{
    if (!m_isTelling)
        tell();
}

QCoro::Task<> Favourites::tell()
{
    const QPointer<Favourites> self(this);
    m_isTelling = true;
    while (!m_kept.untold.isEmpty()) {
        const ChannelId channel = *m_kept.untold.cbegin();
        const bool isFavourite = has(channel);
        const ApiResult<> told = co_await m_api->setFavourite(channel, isFavourite);
        if (!self)
            co_return;
        if (!told && !told.error().isDefinite())
            break;
        // It may have been changed again by now.
        if (has(channel) != isFavourite)
            continue;
        m_kept.untold.remove(channel);
        if (!told)
            put(channel, !isFavourite);
        keep();
    }
    m_isTelling = false;
}

void Favourites::put(ChannelId channel, bool isFavourite)
{
    if (has(channel) == isFavourite)
        return;
    if (isFavourite)
        m_kept.channels.insert(channel);
    else
        m_kept.channels.remove(channel);
    emit changed(channel);
}

void Favourites::keep()
{
    m_cache->post([kept = m_kept](cache::Database &database) { return cache::writeFavourites(database, kept); });
}

} // namespace plexi::app
