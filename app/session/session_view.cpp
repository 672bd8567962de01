// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a session shows, made from what its parts know.
#include "app/session/session.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace plexi::app {

QString Session::displayName() const
{
    const protocol::User *self = m_reducer.people().find(m_self);
    const protocol::User &user = self ? *self : m_account.self;
    return user.displayName.isEmpty() ? user.username : user.displayName;
}

Session::Line Session::line() const
{
    switch (m_realtime.line()) {
    case RealtimeClient::Line::Online:
        return Online;
    case RealtimeClient::Line::Waiting:
        return Offline;
    case RealtimeClient::Line::Connecting:
    case RealtimeClient::Line::Idle:
        break;
    }
    return Connecting;
}

QString Session::lineText() const
{
    const int waiting = m_outbox.waitingCount();
    switch (line()) {
    case Online:
        break;
    case Connecting:
        if (waiting > 0)
            return tr("Connecting… %n message(s) will be sent.", nullptr, waiting);
        return tr("Connecting to %1…").arg(m_account.serverName);
    case Offline:
        if (waiting > 0)
            return tr("No connection. %n message(s) will be sent when it is back.", nullptr, waiting);
        return tr("No connection. You can go on reading and writing.");
    }
    return {};
}

int Session::unreadTotal() const
{
    qint64 total = 0;
    for (int row = 0; row < m_channelList.rowCount(); ++row)
        total += m_channelList.index(row).data(ChannelListModel::UnreadCountRole).toLongLong();
    return static_cast<int>(total);
}

int Session::mentionTotal() const
{
    qint64 total = 0;
    for (int row = 0; row < m_channelList.rowCount(); ++row)
        total += m_channelList.index(row).data(ChannelListModel::MentionCountRole).toLongLong();
    return static_cast<int>(total);
}

bool Session::hasUnreadElsewhere() const
{
    for (int row = 0; row < m_channelList.rowCount(); ++row) {
        const QModelIndex index = m_channelList.index(row);
        if (index.data(ChannelListModel::HasUnreadRole).toBool()
            && !index.data(ChannelListModel::IsCurrentRole).toBool())
            return true;
    }
    return false;
}

QString Session::currentChannelName() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    if (!channel || channel->type != protocol::ChannelType::Direct)
        return channel ? channel->name : QString();
    const int row = m_channelList.rowOf(m_current);
    return row < 0 ? QString() : m_channelList.index(row).data(ChannelListModel::NameRole).toString();
}

QString Session::currentChannelTopic() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    return channel ? channel->topic : QString();
}

QString Session::currentChannelType() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    return channel ? QString(protocol::channelTypeName(channel->type)) : QString();
}

int Session::currentMemberCount() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    return channel ? static_cast<int>(channel->memberCount) : 0;
}

bool Session::currentIsMember() const
{
    return m_reducer.channels().isMember(m_current);
}

QString Session::currentPresence() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    const UserId partner = channel ? ChannelListModel::partnerOf(*channel, m_self) : UserId();
    return partner.isNull() ? QString() : QString(protocol::presenceName(m_reducer.people().presenceOf(partner)));
}

QString Session::currentNotificationLevel() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    return channel && channel->viewer ? QString(protocol::notificationLevelName(channel->viewer->notificationLevel))
                                      : QString();
}

bool Session::canChangeCurrent() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    return channel && channel->type != protocol::ChannelType::Direct
        && (channel->createdBy == m_self || m_account.self.roles.contains(u"admin"_s));
}

QString Session::currentCreatedText() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    if (!channel)
        return {};
    const QString day = QLocale().toString(QDateTime::fromMSecsSinceEpoch(channel->createdAt.ms).date(),
                                           QLocale::LongFormat);
    const protocol::User *maker = channel->createdBy ? m_reducer.people().find(*channel->createdBy) : nullptr;
    return maker ? tr("Made by %1 on %2", "person, day").arg(maker->displayName, day)
                 : tr("Made on %1", "day").arg(day);
}

QString Session::currentAvatar() const
{
    const protocol::Channel *channel = m_reducer.channels().find(m_current);
    return channel ? m_reducer.people().avatarOf(ChannelListModel::partnerOf(*channel, m_self)) : QString();
}

} // namespace plexi::app
