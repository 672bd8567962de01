// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/devices_model.h"

#include "app/models/time_text.h"

#include <QDateTime>

#include <algorithm>

namespace plexi::app {

int DevicesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant DevicesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const protocol::Session &session = m_sessions[index.row()];
    switch (role) {
    case SessionIdRole:
        return session.id.toString();
    case Qt::DisplayRole:
    case ClientRole:
        return session.client.isEmpty() ? tr("Unknown program") : session.client;
    case AddressRole:
        return session.address;
    case LastUsedRole: {
        if (session.isCurrent)
            return tr("active now");
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(session.lastUsedAt.ms);
        return moment.date() == QDate::currentDate() ? tr("today, %1").arg(shortTime(moment.time()))
                                                     : QLocale().toString(moment.date(), QLocale::ShortFormat);
    }
    case IsCurrentRole:
        return session.isCurrent;
    default:
        return {};
    }
}

QHash<int, QByteArray> DevicesModel::roleNames() const
{
    return {{SessionIdRole, "sessionId"},
            {ClientRole, "client"},
            {AddressRole, "address"},
            {LastUsedRole, "lastUsed"},
            {IsCurrentRole, "isCurrent"}};
}

void DevicesModel::setSessions(QList<protocol::Session> sessions)
{
    std::ranges::sort(sessions, [](const protocol::Session &a, const protocol::Session &b) {
        return a.isCurrent != b.isCurrent ? a.isCurrent : a.lastUsedAt > b.lastUsedAt;
    });
    beginResetModel();
    m_sessions = std::move(sessions);
    endResetModel();
    emit countChanged();
}

void DevicesModel::remove(SessionId id)
{
    const auto found = std::ranges::find(m_sessions, id, &protocol::Session::id);
    if (found == m_sessions.end())
        return;
    const int row = static_cast<int>(found - m_sessions.begin());
    beginRemoveRows({}, row, row);
    m_sessions.removeAt(row);
    endRemoveRows();
    emit countChanged();
}

} // namespace plexi::app
