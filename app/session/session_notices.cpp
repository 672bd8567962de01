// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told of while they look elsewhere.
#include "app/session/session.h"

#include <QGuiApplication>

namespace plexi::app {

bool Session::isLookedAt() const
{
    return m_isInFront && QGuiApplication::applicationState() == Qt::ApplicationActive;
}

bool Session::isWatched(ChannelId channel) const
{
    return channel == m_current && isLookedAt();
}

bool Session::deservesNotice(const protocol::Message &message) const
{
    const protocol::Channel *channel = m_reducer.channels().find(message.channelId);
    if (!channel || !channel->viewer || !channel->viewer->isMember || message.userId == m_self || message.isDeleted
        || m_ownStatus == protocol::PresenceStatus::Dnd || isWatched(message.channelId))
        return false;
    const bool isMention = message.mentionsChannel || message.mentions.contains(m_self);
    switch (channel->viewer->notificationLevel) {
    case protocol::NotificationLevel::None:
        return false;
    case protocol::NotificationLevel::Mentions:
        return isMention || (channel->type == protocol::ChannelType::Direct && !message.threadId);
    case protocol::NotificationLevel::All:
        break;
    }
    // What is said in a thread is for those in it, as long as it names nobody.
    return isMention || !message.threadId;
}

void Session::announce(const protocol::Message &message)
{
    if (!deservesNotice(message))
        return;
    People &people = m_reducer.people();
    const protocol::Channel *channel = m_reducer.channels().find(message.channelId);
    const QString author = people.nameOf(message.userId);
    const bool isDirect = channel->type == protocol::ChannelType::Direct;
    emit noticed({.channel = message.channelId,
                  .title = isDirect ? author : tr("%1 in #%2", "person, channel").arg(author, channel->name),
                  .text = message.content.simplified()});
}

void Session::markChannelRead(ChannelId channel)
{
    const auto newest = m_mirror.newest(channel);
    if (newest && !newest->messages.isEmpty())
        m_readMarkers.mark(channel, newest->messages.first().id);
}

void Session::sendTo(ChannelId channel, const QString &text)
{
    const QString content = text.trimmed();
    if (!content.isEmpty() && m_reducer.channels().isMember(channel))
        m_outbox.send(channel, content);
}

} // namespace plexi::app
