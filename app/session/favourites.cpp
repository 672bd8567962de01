// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/favourites.h"

#include "app/cache/favourites_cache.h"

#include <QJsonArray>
#include <QPointer>

#include <algorithm>

namespace plexi::app {

namespace {

QJsonArray namesOf(const QSet<ChannelId> &channels)
{
    QList<ChannelId> sorted = channels.values();
    std::ranges::sort(sorted);
    QJsonArray names;
    for (const ChannelId id : std::as_const(sorted))
        names.append(id.toString());
    return names;
}

QSet<ChannelId> channelsOf(const QJsonArray &names)
{
    QSet<ChannelId> channels;
    for (const auto &name : names) {
        if (const auto id = ChannelId::fromString(name.toString()))
            channels.insert(*id);
    }
    return channels;
}

} // namespace

Favourites::Favourites(ApiClient *api, Cache *cache, QObject *parent) : QObject(parent), m_api(api), m_cache(cache)
{
    const auto kept = m_cache->read([](cache::Database &database) { return cache::readFavourites(database); });
    if (!kept)
        return;
    m_channels = kept->channels;
    m_isUntold = kept->isUntold;
}

void Favourites::set(ChannelId channel, bool isFavourite)
{
    if (has(channel) == isFavourite)
        return;
    if (isFavourite)
        m_channels.insert(channel);
    else
        m_channels.remove(channel);
    m_isUntold = true;
    keep();
    emit changed(channel);
    if (!m_isTelling)
        tell();
}

void Favourites::resume()
{
    if (m_isTelling)
        return;
    if (m_isUntold)
        tell();
    else
        ask();
}

QCoro::Task<> Favourites::tell()
{
    const QPointer<Favourites> self(this);
    m_isTelling = true;
    while (m_isUntold) {
        const QSet<ChannelId> told = m_channels;
        const ApiResult<> done = co_await m_api->setPreferences({{kPreference, namesOf(told)}});
        if (!self)
            co_return;
        if (!done)
            break;
        // There may be more by now.
        m_isUntold = told != m_channels;
    }
    m_isTelling = false;
    keep();
}

QCoro::Task<> Favourites::ask()
{
    const QPointer<Favourites> self(this);
    const ApiResult<protocol::User> user = co_await m_api->me();
    if (!self || !user || !user->own || m_isUntold || m_isTelling)
        co_return;
    // Where nobody has said anything yet, what is here stays.
    if (const QJsonValue names = user->own->preferences.value(kPreference); names.isArray())
        replace(channelsOf(names.toArray()));
}

void Favourites::replace(const QSet<ChannelId> &channels)
{
    const QSet<ChannelId> before = std::exchange(m_channels, channels);
    const QSet<ChannelId> different = (before - channels) + (channels - before);
    if (different.isEmpty())
        return;
    keep();
    for (const ChannelId channel : different)
        emit changed(channel);
}

void Favourites::keep()
{
    m_cache->post([kept = cache::Favourites{.channels = m_channels, .isUntold = m_isUntold}](
                      cache::Database &database) { return cache::writeFavourites(database, kept); });
}

} // namespace plexi::app
