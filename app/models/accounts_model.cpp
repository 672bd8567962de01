// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/accounts_model.h"

#include <algorithm>

namespace plexi::app {

namespace {

bool hasUnread(Session *session)
{
    const ChannelListModel *channels = session->channels();
    for (int row = 0; row < channels->rowCount(); ++row) {
        const QModelIndex index = channels->index(row);
        if (index.data(ChannelListModel::HasUnreadRole).toBool() && !index.data(ChannelListModel::IsMutedRole).toBool())
            return true;
    }
    return false;
}

/** -1 where there is none. */
template <typename Accounts, typename Condition>
int rowWhere(const Accounts &accounts, const Condition &condition)
{
    const auto found = std::ranges::find_if(accounts, condition);
    return found == accounts.end() ? -1 : static_cast<int>(found - accounts.begin());
}

} // namespace

AccountsModel::AccountsModel(QObject *parent) : QAbstractListModel(parent) { }
AccountsModel::~AccountsModel() = default;

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RememberedServer &server = serverAt(index.row());
    Session *session = sessionAt(index.row());
    switch (role) {
    case SessionRole:
        return QVariant::fromValue(session);
    case Qt::DisplayRole:
    case NameRole:
        return server.name;
    case AddressRole:
        return server.address;
    case UsernameRole:
        return server.username;
    case HasUnreadRole:
        return hasUnread(session);
    case MentionCountRole:
        return session->mentionTotal();
    case IsCurrentRole:
        return session == m_current;
    default:
        return {};
    }
}

QHash<int, QByteArray> AccountsModel::roleNames() const
{
    return {{SessionRole, "session"},    {NameRole, "name"},           {AddressRole, "address"},
            {UsernameRole, "username"},  {HasUnreadRole, "hasUnread"}, {MentionCountRole, "mentionCount"},
            {IsCurrentRole, "isCurrent"}};
}

int AccountsModel::mentionTotal() const
{
    int total = 0;
    for (const Account &account : m_accounts)
        total += account.session->mentionTotal();
    return total;
}

int AccountsModel::rowOf(const Session *session) const
{
    return rowWhere(m_accounts, [session](const auto &account) { return account.session.get() == session; });
}

int AccountsModel::rowOf(const QString &key) const
{
    return rowWhere(m_accounts, [&key](const auto &account) { return account.server.tokenKey() == key; });
}

void AccountsModel::add(const RememberedServer &server, std::unique_ptr<Session> session, int rank)
{
    Session *added = session.get();
    const auto place = std::ranges::upper_bound(m_accounts, rank, {}, &Account::rank);
    const int row = static_cast<int>(place - m_accounts.begin());
    added->setInFront(false);
    connect(added, &Session::unreadChanged, this, [this, added] {
        touch(added, {HasUnreadRole, MentionCountRole});
        emit mentionTotalChanged();
    });
    beginInsertRows({}, row, row);
    m_accounts.insert(place, {.server = server, .session = std::move(session), .rank = rank});
    endInsertRows();
    emit countChanged();
    emit mentionTotalChanged();
    if (!m_current)
        setCurrent(added);
}

Session *AccountsModel::withPictures(const QString &account) const
{
    const auto found = std::ranges::find(m_accounts, account,
                                         [](const Account &one) { return one.session->images().account(); });
    return found == m_accounts.end() ? nullptr : found->session.get();
}

void AccountsModel::choose(int row)
{
    if (row >= 0 && row < count())
        setCurrent(sessionAt(row));
}

std::unique_ptr<Session> AccountsModel::take(int row)
{
    Session *leaving = sessionAt(row);
    leaving->disconnect(this);
    // Whoever shows it lets go of it before it goes.
    if (leaving == m_current)
        setCurrent(count() == 1 ? nullptr : sessionAt(row > 0 ? row - 1 : 1));
    beginRemoveRows({}, row, row);
    std::unique_ptr<Session> taken = std::move(m_accounts[static_cast<size_t>(row)].session);
    m_accounts.erase(m_accounts.begin() + row);
    endRemoveRows();
    emit countChanged();
    emit mentionTotalChanged();
    return taken;
}

void AccountsModel::setCurrent(Session *session)
{
    if (session == m_current)
        return;
    Session *before = std::exchange(m_current, session);
    if (before)
        before->setInFront(false);
    if (session)
        session->setInFront(true);
    touch(before, {IsCurrentRole});
    touch(session, {IsCurrentRole});
    emit currentChanged();
}

void AccountsModel::touch(const Session *session, const QList<int> &roles)
{
    if (const int row = rowOf(session); row >= 0)
        emit dataChanged(index(row), index(row), roles);
}

} // namespace plexi::app
