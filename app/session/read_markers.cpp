// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/read_markers.h"

#include <QPointer>

namespace plexi::app {

ReadMarkers::ReadMarkers(ApiClient *api, Reducer *reducer, QObject *parent)
    : QObject(parent), m_api(api), m_reducer(reducer)
{
    m_throttle.setSingleShot(true);
    m_throttle.setInterval(kThrottle);
    connect(&m_throttle, &QTimer::timeout, this, &ReadMarkers::flush);
}

void ReadMarkers::mark(ChannelId channel, MessageId message)
{
    Channels &channels = m_reducer->channels();
    if (!channels.isMember(channel) || channels.lastRead(channel) >= message)
        return;
    const ChannelTimeline *timeline = m_reducer->timeline(channel);
    const bool nothingNewer = timeline && timeline->atNewest() && timeline->newestId() <= message;
    channels.setRead(channel, message, nothingNewer);
    m_untold.insert(channel, message);
    emit moved(channel, message);
    if (!m_throttle.isActive())
        flush();
}

void ReadMarkers::flush()
{
    if (m_untold.isEmpty())
        return;
    m_throttle.start();
    const QHash<ChannelId, MessageId> untold = std::exchange(m_untold, {});
    for (auto it = untold.cbegin(); it != untold.cend(); ++it)
        tell(it.key(), it.value());
}

QCoro::Task<> ReadMarkers::tell(ChannelId channel, MessageId message)
{
    const QPointer<ReadMarkers> self(this);
    const ApiResult<> told = co_await m_api->markRead(channel, message);
    if (!self)
        co_return;
    if (!told && !told.error().isDefinite())
        m_failed.insert(channel, std::max(message, m_failed.value(channel)));
    else
        emit settled(channel, message);
}

void ReadMarkers::resume()
{
    const QHash<ChannelId, MessageId> failed = std::exchange(m_failed, {});
    for (auto it = failed.cbegin(); it != failed.cend(); ++it) {
        m_untold.insert(it.key(), std::max(it.value(), m_untold.value(it.key())));
        // After a start, the list of channels that came first shows what the server knew.
        m_reducer->channels().setRead(it.key(), it.value(), false);
    }
    flush();
}

} // namespace plexi::app
