// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/remembered_servers_model.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

RememberedServer RememberedServer::readFrom(const QSettings &settings)
{
    return {.name = settings.value("name").toString(),
            .address = settings.value("address").toString(),
            .username = settings.value("username").toString(),
            .isHosted = settings.value("hosted").toBool()};
}

void RememberedServer::writeTo(QSettings &settings) const
{
    settings.setValue("name", name);
    settings.setValue("address", address);
    settings.setValue("username", username);
    settings.setValue("hosted", isHosted);
}

RememberedServersModel::RememberedServersModel(QSettings *settings, QObject *parent)
    : QAbstractListModel(parent), m_settings(settings)
{
    const int size = std::min(m_settings->beginReadArray("servers"), kMaxServers);
    for (int i = 0; i < size; ++i) {
        m_settings->setArrayIndex(i);
        RememberedServer server = RememberedServer::readFrom(*m_settings);
        if (!server.address.isEmpty())
            m_servers.push_back(std::move(server));
    }
    m_settings->endArray();
}

int RememberedServersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RememberedServersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RememberedServer &server = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return server.name;
    case AddressRole:
        return server.address;
    case UsernameRole:
        return server.username;
    case IsHostedRole:
        return server.isHosted;
    default:
        return {};
    }
}

QHash<int, QByteArray> RememberedServersModel::roleNames() const
{
    return {{NameRole, "name"}, {AddressRole, "address"}, {UsernameRole, "username"}, {IsHostedRole, "isHosted"}};
}

const RememberedServer *RememberedServersModel::find(const QString &address, const QString &username) const
{
    const auto found = std::ranges::find_if(m_servers, [&](const RememberedServer &server) {
        return server.address == address && (username.isEmpty() || server.username == username);
    });
    return found == m_servers.end() ? nullptr : &*found;
}

const RememberedServer *RememberedServersModel::findHosted() const
{
    const auto found = std::ranges::find(m_servers, true, &RememberedServer::isHosted);
    return found == m_servers.end() ? nullptr : &*found;
}

void RememberedServersModel::remember(const RememberedServer &server)
{
    const auto found = std::ranges::find_if(m_servers, [&](const RememberedServer &known) {
        return known.address == server.address && known.username == server.username;
    });
    if (found == m_servers.end()) {
        beginInsertRows({}, 0, 0);
        m_servers.insert(m_servers.begin(), server);
        endInsertRows();
    } else if (const int row = static_cast<int>(found - m_servers.begin()); row > 0) {
        beginMoveRows({}, row, row, {}, 0);
        std::rotate(m_servers.begin(), found, found + 1);
        endMoveRows();
    }
    m_servers.front() = server;
    emit dataChanged(index(0), index(0));
    while (count() > kMaxServers) {
        beginRemoveRows({}, count() - 1, count() - 1);
        m_servers.pop_back();
        endRemoveRows();
    }
    emit countChanged();
    save();
}

void RememberedServersModel::forget(int row)
{
    if (row < 0 || row >= count())
        return;
    beginRemoveRows({}, row, row);
    m_servers.erase(m_servers.begin() + row);
    endRemoveRows();
    emit countChanged();
    save();
}

void RememberedServersModel::changeAddress(const QString &before, const QString &after)
{
    for (int row = 0; row < count(); ++row) {
        RememberedServer &server = m_servers[static_cast<size_t>(row)];
        if (server.isHosted && server.address == before) {
            server.address = after;
            emit dataChanged(index(row), index(row), {AddressRole});
        }
    }
    save();
}

void RememberedServersModel::save() const
{
    m_settings->remove("servers"_L1);
    m_settings->beginWriteArray("servers", count());
    for (int i = 0; i < count(); ++i) {
        m_settings->setArrayIndex(i);
        at(i).writeTo(*m_settings);
    }
    m_settings->endArray();
    m_settings->sync();
}

} // namespace plexi::app
