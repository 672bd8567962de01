// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/user_list_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

UserListModel::UserListModel(Show show, People *people, UserId self, QObject *parent)
    : QAbstractListModel(parent), m_show(show), m_people(people), m_self(self)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    connect(people, &People::added, this, &UserListModel::update);
    connect(people, &People::changed, this, &UserListModel::update);
    for (const UserId id : people->ids())
        update(id);
}

int UserListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant UserListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const protocol::User *user = m_people->find(row.id);
    switch (role) {
    case UserIdRole:
        return row.id.toString();
    case Qt::DisplayRole:
    case DisplayNameRole:
        return row.name;
    case UsernameRole:
        return user ? user->username : QString();
    case InitialsRole:
        return initialsOf(row.name);
    case PresenceRole:
        return QString(protocol::presenceName(m_people->presenceOf(row.id)));
    case AvatarRole:
        return m_people->avatarOf(row.id);
    case IsSelfRole:
        return row.id == m_self;
    default:
        return {};
    }
}

QHash<int, QByteArray> UserListModel::roleNames() const
{
    return {{UserIdRole, "userId"},     {DisplayNameRole, "displayName"}, {UsernameRole, "username"},
            {InitialsRole, "initials"}, {PresenceRole, "presence"},       {IsSelfRole, "isSelf"},
            {AvatarRole, "avatar"}};
}

void UserListModel::setUsers(const QSet<UserId> &users)
{
    const QSet<UserId> before = std::exchange(m_users, users);
    for (const UserId id : before + users)
        update(id);
}

void UserListModel::addUser(UserId user)
{
    m_users.insert(user);
    update(user);
}

void UserListModel::removeUser(UserId user)
{
    m_users.remove(user);
    update(user);
}

void UserListModel::setFilter(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (m_filter == trimmed)
        return;
    m_filter = trimmed;
    for (const UserId id : m_people->ids())
        update(id);
}

bool UserListModel::isShown(const protocol::User &user) const
{
    if (m_show == Show::Chosen && !m_users.contains(user.id))
        return false;
    return m_filter.isEmpty() || user.displayName.contains(m_filter, Qt::CaseInsensitive)
        || user.username.contains(m_filter, Qt::CaseInsensitive);
}

bool UserListModel::isBefore(const Row &a, const Row &b) const
{
    if (const int order = m_collator.compare(a.name, b.name); order != 0)
        return order < 0;
    return a.id < b.id;
}

int UserListModel::rowOf(UserId id) const
{
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void UserListModel::update(UserId id)
{
    const int from = rowOf(id);
    const protocol::User *user = m_people->find(id);
    if (!user || !isShown(*user)) {
        if (from >= 0) {
            beginRemoveRows({}, from, from);
            m_rows.erase(m_rows.begin() + from);
            endRemoveRows();
            emit countChanged();
        } else if (!user && m_users.contains(id)) {
            m_people->nameOf(id);
        }
        return;
    }
    const Row row{.id = id, .name = user->displayName.isEmpty() ? user->username : user->displayName};
    if (from >= 0 && m_rows[static_cast<size_t>(from)].name == row.name) {
        emit dataChanged(index(from), index(from));
        return;
    }
    std::vector<Row> others = m_rows;
    if (from >= 0)
        others.erase(others.begin() + from);
    const auto place = std::ranges::lower_bound(others, row,
                                                [this](const Row &a, const Row &b) { return isBefore(a, b); });
    const int to = static_cast<int>(place - others.begin());
    others.insert(place, row);
    const bool isNew = from < 0;
    if (isNew)
        beginInsertRows({}, to, to);
    else if (to != from)
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows = std::move(others);
    if (isNew)
        endInsertRows();
    else if (to != from)
        endMoveRows();
    if (isNew)
        emit countChanged();
    else
        emit dataChanged(index(to), index(to));
}

} // namespace plexi::app
