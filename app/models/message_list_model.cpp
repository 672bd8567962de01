// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/message_list_model.h"

#include "app/models/channel_list_model.h"
#include "app/models/time_text.h"

#include <QDateTime>

#include <algorithm>

namespace plexi::app {

MessageListModel::MessageListModel(Channels *channels, People *people, UserId self, QObject *parent)
    : QAbstractListModel(parent), m_channels(channels), m_people(people), m_self(self)
{
    connect(people, &People::changed, this, [this](UserId user) {
        for (int row = 0; row < count(); ++row) {
            if (m_messages[row].userId == user)
                emit dataChanged(index(row), index(row), {AuthorNameRole, InitialsRole, AvatarRole});
        }
    });
}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const protocol::Message &message = m_messages[index.row()];
    switch (role) {
    case MessageIdRole:
        return message.id.toString();
    case ChannelIdRole:
        return message.channelId.toString();
    case ChannelNameRole: {
        const protocol::Channel *channel = m_channels->find(message.channelId);
        return channel ? ChannelListModel::displayName(*channel, *m_people, m_self) : QString();
    }
    case AuthorNameRole:
        return m_people->nameOf(message.userId);
    case AvatarRole:
        return m_people->avatarOf(message.userId);
    case InitialsRole:
        return initialsOf(m_people->nameOf(message.userId));
    case Qt::DisplayRole:
    case TextRole:
        return message.content.simplified();
    case TimeTextRole: {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(message.createdAt.ms);
        return time.date() == QDate::currentDate() ? shortTime(time.time())
                                                   : QLocale().toString(time.date(), QLocale::ShortFormat);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageListModel::roleNames() const
{
    return {{MessageIdRole, "messageId"},   {ChannelIdRole, "channelId"}, {ChannelNameRole, "channelName"},
            {AuthorNameRole, "authorName"}, {InitialsRole, "initials"},   {TextRole, "text"},
            {TimeTextRole, "timeText"},     {AvatarRole, "avatar"}};
}

void MessageListModel::setMessages(const QList<protocol::Message> &messages)
{
    const auto has = [](const QList<protocol::Message> &list, MessageId id) {
        return std::ranges::find(list, id, &protocol::Message::id) != list.end();
    };
    for (int row = count() - 1; row >= 0; --row) {
        if (has(messages, m_messages[row].id))
            continue;
        beginRemoveRows({}, row, row);
        m_messages.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < messages.size(); ++row) {
        if (row < count() && m_messages[row].id == messages[row].id) {
            m_messages[row] = messages[row];
            emit dataChanged(index(row), index(row));
            continue;
        }
        // Another order than before is rare, and then the row goes and comes.
        const auto known = std::ranges::find(m_messages, messages[row].id, &protocol::Message::id);
        if (known != m_messages.end()) {
            const int at = static_cast<int>(known - m_messages.begin());
            beginRemoveRows({}, at, at);
            m_messages.removeAt(at);
            endRemoveRows();
        }
        beginInsertRows({}, row, row);
        m_messages.insert(row, messages[row]);
        endInsertRows();
    }
    emit countChanged();
}

void MessageListModel::setState(bool loading, const QString &error)
{
    if (m_isLoading == loading && m_error == error)
        return;
    m_isLoading = loading;
    m_error = error;
    emit stateChanged();
}

} // namespace plexi::app
