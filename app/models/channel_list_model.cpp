// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/channel_list_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

using protocol::ChannelType;

ChannelListModel::ChannelListModel(Show show, Channels *channels, People *people, Drafts *drafts,
                                   Favourites *favourites, UserId self, QObject *parent)
    : QAbstractListModel(parent), m_show(show), m_channels(channels), m_people(people), m_drafts(drafts),
      m_favourites(favourites), m_self(self)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
    connect(channels, &Channels::added, this, &ChannelListModel::update);
    connect(channels, &Channels::changed, this, &ChannelListModel::update);
    connect(channels, &Channels::removed, this, &ChannelListModel::update);
    connect(drafts, &Drafts::changed, this, &ChannelListModel::update);
    connect(favourites, &Favourites::changed, this, &ChannelListModel::update);
    connect(people, &People::changed, this, &ChannelListModel::updateWithPerson);
    updateAll();
}

int ChannelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

int ChannelListModel::rowOf(ChannelId id) const
{
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

UserId ChannelListModel::partnerOf(const protocol::Channel &channel, UserId self)
{
    if (channel.type != ChannelType::Direct || channel.memberIds.size() > 2)
        return {};
    for (const UserId id : channel.memberIds) {
        if (id != self)
            return id;
    }
    return channel.memberIds.isEmpty() ? UserId() : self;
}

QString ChannelListModel::displayName(const protocol::Channel &channel, People &people, UserId self)
{
    if (channel.type != ChannelType::Direct)
        return channel.name;
    QStringList names;
    for (const UserId id : channel.memberIds) {
        if (id != self)
            names.append(people.nameOf(id));
    }
    if (names.isEmpty() && !channel.memberIds.isEmpty())
        names.append(people.nameOf(self));
    names.removeAll(QString());
    names.sort(Qt::CaseInsensitive);
    return names.join(", "_L1);
}

QVariant ChannelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const protocol::Channel *channel = m_channels->find(row.id);
    if (!channel)
        return {};
    switch (role) {
    case ChannelIdRole:
        return row.id.toString();
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case TypeRole:
        return QString(protocol::channelTypeName(channel->type));
    case SectionRole:
        return row.isFavourite ? u"favourites"_s : row.isDirect ? u"direct"_s : u"channels"_s;
    case TopicRole:
        return channel->topic;
    case MemberCountRole:
        return channel->memberCount;
    case UnreadCountRole:
        return m_channels->unreadCount(row.id);
    case MentionCountRole:
        // Every message of a direct channel is meant for the person.
        return row.isDirect ? m_channels->unreadCount(row.id) : m_channels->mentionCount(row.id);
    case HasUnreadRole:
        return m_channels->unreadCount(row.id) > 0;
    case IsCurrentRole:
        return row.id == m_current;
    case IsMutedRole:
        return channel->viewer && channel->viewer->notificationLevel == protocol::NotificationLevel::None;
    case HasDraftRole:
        return m_drafts->has(row.id) && row.id != m_current;
    case PresenceRole: {
        const UserId partner = partnerOf(*channel, m_self);
        return partner.isNull() ? QString() : QString(protocol::presenceName(m_people->presenceOf(partner)));
    }
    case AvatarRole:
        return m_people->avatarOf(partnerOf(*channel, m_self));
    case InitialsRole:
        return initialsOf(row.name);
    case IsFavouriteRole:
        return row.isFavourite;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChannelListModel::roleNames() const
{
    return {{ChannelIdRole, "channelId"},
            {NameRole, "name"},
            {TypeRole, "type"},
            {SectionRole, "section"},
            {TopicRole, "topic"},
            {MemberCountRole, "memberCount"},
            {UnreadCountRole, "unreadCount"},
            {MentionCountRole, "mentionCount"},
            {HasUnreadRole, "hasUnread"},
            {IsCurrentRole, "isCurrent"},
            {IsMutedRole, "isMuted"},
            {HasDraftRole, "hasDraft"},
            {PresenceRole, "presence"},
            {InitialsRole, "initials"},
            {AvatarRole, "avatar"},
            {IsFavouriteRole, "isFavourite"}};
}

void ChannelListModel::setCurrent(ChannelId id)
{
    if (m_current == id)
        return;
    const ChannelId before = std::exchange(m_current, id);
    for (const ChannelId changed : {before, id}) {
        if (const int row = rowOf(changed); row >= 0)
            emit dataChanged(index(row), index(row), {IsCurrentRole, HasDraftRole});
    }
}

void ChannelListModel::setFilter(const QString &text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    updateAll();
}

bool ChannelListModel::isShown(const protocol::Channel &channel, const QString &name) const
{
    if (!m_filter.isEmpty() && !name.contains(m_filter, Qt::CaseInsensitive)
        && !channel.topic.contains(m_filter, Qt::CaseInsensitive))
        return false;
    const bool isMember = channel.viewer && channel.viewer->isMember;
    return m_show == Show::Joined ? isMember : !isMember && channel.type == ChannelType::Public;
}

bool ChannelListModel::isBefore(const Row &a, const Row &b) const
{
    if (a.isFavourite != b.isFavourite)
        return a.isFavourite;
    if (a.isDirect != b.isDirect)
        return b.isDirect;
    if (const int order = m_collator.compare(a.name, b.name); order != 0)
        return order < 0;
    return a.id < b.id;
}

void ChannelListModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    emit countChanged();
}

void ChannelListModel::update(ChannelId id)
{
    const int from = rowOf(id);
    const protocol::Channel *channel = m_channels->find(id);
    const QString name = channel ? displayName(*channel, *m_people, m_self) : QString();
    if (!channel || !isShown(*channel, name)) {
        if (from >= 0)
            removeRow(from);
        return;
    }
    const Row row{
        .id = id, .isFavourite = m_favourites->has(id), .isDirect = channel->type == ChannelType::Direct, .name = name};
    const auto isLess = [this](const Row &a, const Row &b) {
        return isBefore(a, b);
    };
    if (from < 0) {
        const auto place = std::ranges::lower_bound(m_rows, row, isLess);
        const int to = static_cast<int>(place - m_rows.begin());
        beginInsertRows({}, to, to);
        m_rows.insert(place, row);
        endInsertRows();
        emit countChanged();
        return;
    }
    // Where it would stand among the others.
    std::vector<Row> others = m_rows;
    others.erase(others.begin() + from);
    const int to = static_cast<int>(std::ranges::lower_bound(others, row, isLess) - others.begin());
    if (to != from) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        m_rows = std::move(others);
        m_rows.insert(m_rows.begin() + to, row);
        endMoveRows();
    } else {
        m_rows[static_cast<size_t>(from)] = row;
    }
    emit dataChanged(index(to), index(to));
}

void ChannelListModel::updateAll()
{
    for (const ChannelId id : m_channels->ids())
        update(id);
}

void ChannelListModel::updateWithPerson(UserId person)
{
    for (const ChannelId id : m_channels->ids()) {
        const protocol::Channel *channel = m_channels->find(id);
        if (channel && channel->type == ChannelType::Direct && channel->memberIds.contains(person))
            update(id);
    }
}

} // namespace plexi::app
