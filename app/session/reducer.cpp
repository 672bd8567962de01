// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/reducer.h"

namespace plexi::app {

using protocol::ChannelType;

Reducer::Reducer(UserId self, QObject *parent) : QObject(parent), m_self(self), m_channels(self) { }

ChannelTimeline *Reducer::openTimeline(ChannelId id)
{
    ChannelTimeline *&timeline = m_timelines[id];
    if (!timeline)
        timeline = new ChannelTimeline(id, std::nullopt, this);
    m_parked.removeOne(id);
    return timeline;
}

void Reducer::parkTimeline(ChannelId id)
{
    ChannelTimeline *left = timeline(id);
    if (!left)
        return;
    left->park();
    m_parked.append(id);
    while (m_parked.size() > kParked) {
        if (ChannelTimeline *oldest = timeline(m_parked.takeFirst()))
            oldest->unload();
    }
}

ChannelTimeline *Reducer::openThread(ChannelId channel, MessageId root)
{
    m_thread = std::make_unique<ChannelTimeline>(channel, root);
    return m_thread.get();
}

QList<ChannelTimeline *> Reducer::viewsOf(ChannelId channel) const
{
    QList<ChannelTimeline *> views;
    if (ChannelTimeline *opened = timeline(channel))
        views.append(opened);
    if (m_thread && m_thread->channelId() == channel)
        views.append(m_thread.get());
    return views;
}

void Reducer::apply(const protocol::Event &event)
{
    std::visit([this](const auto &value) { on(value); }, event);
}

void Reducer::checkGap(ChannelId id)
{
    const ChannelTimeline *opened = timeline(id);
    if (m_channels.hasGap(id) || (opened && opened->isLoaded() && opened->sequence().hasGap()))
        emit gapFound(id);
}

void Reducer::applyMessage(const protocol::Message &message)
{
    m_channels.seeSeq(message.channelId, message.seq);
    for (ChannelTimeline *view : viewsOf(message.channelId))
        view->apply(message);
    emit messageApplied(message);
    if (message.userId == m_self && message.clientMessageId)
        emit confirmed(*message.clientMessageId);
    checkGap(message.channelId);
}

void Reducer::putChannel(const protocol::Channel &channel)
{
    m_channels.putSnapshot(channel);
    if (ChannelTimeline *opened = timeline(channel.id)) {
        opened->hearSeq(channel.seq);
        checkGap(channel.id);
    }
}

void Reducer::putChannels(const QList<protocol::Channel> &channels)
{
    QList<ChannelId> ids;
    for (const protocol::Channel &channel : channels) {
        ids.append(channel.id);
        putChannel(channel);
    }
    for (const ChannelId id : m_channels.ids()) {
        if (!ids.contains(id))
            dropChannel(id);
    }
}

void Reducer::putUsers(const QList<protocol::User> &users, People::Moment asked)
{
    for (const protocol::User &user : users)
        m_people.put(user, asked);
}

void Reducer::dropChannel(ChannelId id)
{
    if (!m_channels.find(id))
        return;
    m_channels.remove(id);
    emit channelGone(id);
    if (m_thread && m_thread->channelId() == id)
        closeThread();
    if (ChannelTimeline *opened = m_timelines.take(id))
        opened->deleteLater();
}

void Reducer::leaveChannel(ChannelId id)
{
    const protocol::Channel *channel = m_channels.find(id);
    if (!channel)
        return;
    if (channel->type != ChannelType::Public)
        dropChannel(id);
    else
        m_channels.setMember(id, false);
}

void Reducer::on(const protocol::ReadyFrame &frame)
{
    m_people.put(frame.user);
    emit ready();
}

void Reducer::on(const protocol::SubscribedFrame &frame)
{
    for (const auto &subscription : frame.channels) {
        m_channels.hearSeq(subscription.channelId, subscription.seq);
        if (ChannelTimeline *opened = timeline(subscription.channelId))
            opened->hearSeq(subscription.seq);
        checkGap(subscription.channelId);
    }
}

void Reducer::on(const protocol::AckFrame &frame)
{
    applyMessage(frame.message);
}

void Reducer::on(const protocol::MessageCreated &event)
{
    m_channels.countCreated(event.message);
    if (event.message.userId != m_self)
        emit typingChanged(event.message.channelId, event.message.userId, false);
    applyMessage(event.message);
    emit messageArrived(event.message);
}

void Reducer::on(const protocol::MessageUpdated &event)
{
    applyMessage(event.message);
}

void Reducer::on(const protocol::MessageDeleted &event)
{
    m_channels.countDeleted(event.message);
    applyMessage(event.message);
}

void Reducer::on(const protocol::ReactionChanged &event)
{
    m_channels.seeSeq(event.channelId, event.seq);
    for (ChannelTimeline *view : viewsOf(event.channelId))
        view->apply(event);
    emit reactionApplied(event);
    checkGap(event.channelId);
}

void Reducer::on(const protocol::PinChanged &event)
{
    m_channels.seeSeq(event.channelId, event.seq);
    for (ChannelTimeline *view : viewsOf(event.channelId))
        view->apply(event);
    emit pinApplied(event);
    checkGap(event.channelId);
}

void Reducer::on(const protocol::TypingChanged &event)
{
    if (event.userId != m_self)
        emit typingChanged(event.channelId, event.userId, event.isTyping);
}

void Reducer::on(const protocol::PresenceChanged &event)
{
    m_people.setPresence(event.userId, event.status, event.lastSeen);
}

void Reducer::on(const protocol::ChannelCreated &event)
{
    m_channels.putShared(event.channel);
    // Private and direct channels are announced to their people alone.
    if (event.channel.type != ChannelType::Public || event.channel.createdBy == m_self)
        emit channelStale(event.channel.id);
}

void Reducer::on(const protocol::ChannelUpdated &event)
{
    m_channels.putShared(event.channel);
}

void Reducer::on(const protocol::ChannelDeleted &event)
{
    dropChannel(event.channel.id);
}

void Reducer::on(const protocol::MemberJoined &event)
{
    if (event.userId == m_self) {
        m_channels.setMember(event.channelId, true);
        emit selfJoined(event.channelId);
    }
    emit memberChanged(event.channelId, event.userId, true);
    emit channelStale(event.channelId);
}

void Reducer::on(const protocol::MemberLeft &event)
{
    emit memberChanged(event.channelId, event.userId, false);
    if (event.userId == m_self)
        leaveChannel(event.channelId);
    else
        emit channelStale(event.channelId);
}

void Reducer::on(const protocol::ReadMarkerMoved &event)
{
    const ChannelTimeline *opened = timeline(event.channelId);
    const bool nothingNewer = opened && opened->isLoaded() && opened->atNewest()
        && event.messageId >= opened->newestId();
    m_channels.setRead(event.channelId, event.messageId, nothingNewer);
    if (!nothingNewer)
        emit channelStale(event.channelId);
}

} // namespace plexi::app
