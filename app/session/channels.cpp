// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/channels.h"

#include <algorithm>

namespace plexi::app {

Channels::Channels(UserId self, QObject *parent) : QObject(parent), m_self(self) { }

Channels::Entry *Channels::entry(ChannelId id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &*found;
}

const Channels::Entry *Channels::entry(ChannelId id) const
{
    const auto found = m_entries.constFind(id);
    return found == m_entries.constEnd() ? nullptr : &*found;
}

const protocol::Channel *Channels::find(ChannelId id) const
{
    const Entry *known = entry(id);
    return known ? &known->channel : nullptr;
}

QList<ChannelId> Channels::joined() const
{
    QList<ChannelId> ids;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it->channel.viewer && it->channel.viewer->isMember)
            ids.append(it.key());
    }
    std::ranges::sort(ids);
    return ids;
}

bool Channels::isMember(ChannelId id) const
{
    const Entry *known = entry(id);
    return known && known->channel.viewer && known->channel.viewer->isMember;
}

qint64 Channels::unreadCount(ChannelId id) const
{
    const Entry *known = entry(id);
    if (!known || !known->channel.viewer || !known->channel.viewer->isMember)
        return 0;
    return known->channel.viewer->unreadCount + known->counted.size();
}

qint64 Channels::mentionCount(ChannelId id) const
{
    const Entry *known = entry(id);
    if (!known || !known->channel.viewer || !known->channel.viewer->isMember)
        return 0;
    return known->channel.viewer->mentionCount + std::ranges::count_if(known->counted, &Counted::isMention);
}

std::optional<MessageId> Channels::lastRead(ChannelId id) const
{
    const Entry *known = entry(id);
    return known && known->channel.viewer ? known->channel.viewer->lastReadMessageId : std::nullopt;
}

qint64 Channels::knownSeq(ChannelId id) const
{
    const Entry *known = entry(id);
    return known ? known->sequence.newest() : 0;
}

void Channels::putCached(const protocol::Channel &channel)
{
    Entry known;
    known.channel = channel;
    known.isCached = true;
    if (!known.channel.viewer)
        known.channel.viewer = protocol::Channel::Viewer{};
    m_entries.insert(channel.id, known);
    emit added(channel.id);
}

void Channels::putSnapshot(const protocol::Channel &channel)
{
    const bool isNew = !m_entries.contains(channel.id);
    Entry &known = m_entries[channel.id];
    const bool wasCached = std::exchange(known.isCached, false);
    // An answer that was overtaken by a later one must not bring old counts back.
    if (!isNew && channel.seq < known.snapshotSeq)
        return;
    const auto markerBefore = known.channel.viewer ? known.channel.viewer->lastReadMessageId : std::nullopt;
    const auto viewerBefore = known.channel.viewer;
    known.channel = channel;
    if (!known.channel.viewer)
        known.channel.viewer = viewerBefore.value_or(protocol::Channel::Viewer{});
    // The same for a marker that moved here while the answer was under way: the server will hear of it.
    if (markerBefore && !wasCached && known.channel.viewer->lastReadMessageId < markerBefore) {
        known.channel.viewer->lastReadMessageId = markerBefore;
        known.channel.viewer->unreadCount = viewerBefore->unreadCount;
        known.channel.viewer->mentionCount = viewerBefore->mentionCount;
    }
    known.snapshotSeq = channel.seq;
    known.sequence.catchUp(channel.seq);
    known.uncounted.clear();
    known.counted.removeIf([&](const Counted &counted) {
        return counted.seq <= channel.seq
            || counted.id <= known.channel.viewer->lastReadMessageId.value_or(MessageId());
    });
    if (isNew)
        emit added(channel.id);
    else
        emit changed(channel.id);
}

void Channels::putShared(const protocol::Channel &channel)
{
    const bool isNew = !m_entries.contains(channel.id);
    Entry &known = m_entries[channel.id];
    auto viewer = known.channel.viewer;
    known.channel = channel;
    known.channel.viewer = viewer ? viewer : protocol::Channel::Viewer{};
    if (isNew) {
        known.snapshotSeq = channel.seq;
        known.sequence.catchUp(channel.seq);
        emit added(channel.id);
    } else {
        emit changed(channel.id);
    }
}

void Channels::retain(const QList<ChannelId> &ids)
{
    const QSet<ChannelId> kept(ids.begin(), ids.end());
    for (const ChannelId id : m_entries.keys()) {
        if (!kept.contains(id))
            remove(id);
    }
}

void Channels::remove(ChannelId id)
{
    if (m_entries.remove(id))
        emit removed(id);
}

void Channels::setMember(ChannelId id, bool isMember)
{
    Entry *known = entry(id);
    if (!known || known->channel.viewer->isMember == isMember)
        return;
    known->channel.viewer->isMember = isMember;
    known->channel.viewer->unreadCount = 0;
    known->channel.viewer->mentionCount = 0;
    known->counted.clear();
    emit changed(id);
}

void Channels::seeSeq(ChannelId id, qint64 seq)
{
    if (Entry *known = entry(id))
        known->sequence.see(seq);
}

void Channels::hearSeq(ChannelId id, qint64 seq)
{
    if (Entry *known = entry(id))
        known->sequence.hear(seq);
}

bool Channels::hasGap(ChannelId id) const
{
    const Entry *known = entry(id);
    return known && known->sequence.hasGap();
}

void Channels::countCreated(const protocol::Message &message)
{
    Entry *known = entry(message.channelId);
    if (!known)
        return;
    const bool isNews = message.userId != m_self && !message.threadId && !message.isDeleted
        && message.seq > known->snapshotSeq
        && message.id > known->channel.viewer->lastReadMessageId.value_or(MessageId())
        && !known->uncounted.contains(message.id)
        && std::ranges::find(known->counted, message.id, &Counted::id) == known->counted.end();
    if (!isNews)
        return;
    known->counted.append({.seq = message.seq,
                           .id = message.id,
                           .isMention = message.mentionsChannel || message.mentions.contains(m_self)});
    emit changed(message.channelId);
}

void Channels::countDeleted(const protocol::Message &message)
{
    Entry *known = entry(message.channelId);
    if (!known || message.userId == m_self || message.threadId
        || message.id <= known->channel.viewer->lastReadMessageId.value_or(MessageId()))
        return;
    if (message.seq <= known->snapshotSeq || known->uncounted.contains(message.id))
        return;
    known->uncounted.insert(message.id);
    const qsizetype removed = known->counted.removeIf([&](const Counted &counted) { return counted.id == message.id; });
    if (removed == 0)
        known->channel.viewer->unreadCount = std::max<qint64>(0, known->channel.viewer->unreadCount - 1);
    emit changed(message.channelId);
}

void Channels::setRead(ChannelId id, std::optional<MessageId> message, bool nothingNewer)
{
    Entry *known = entry(id);
    if (!known)
        return;
    auto &viewer = *known->channel.viewer;
    if (message && viewer.lastReadMessageId && *message < *viewer.lastReadMessageId)
        return;
    viewer.lastReadMessageId = message;
    known->counted.removeIf([&](const Counted &counted) { return message && counted.id <= *message; });
    if (nothingNewer) {
        viewer.unreadCount = 0;
        viewer.mentionCount = 0;
        known->counted.clear();
    }
    emit changed(id);
}

} // namespace plexi::app
