// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/api_keys_model.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

QString dayOf(Timestamp moment)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment.ms).date(), QLocale::ShortFormat);
}

} // namespace

int ApiKeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ApiKeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const protocol::ApiKey &key = m_keys[index.row()];
    switch (role) {
    case KeyIdRole:
        return key.id.toString();
    case Qt::DisplayRole:
    case NameRole:
        return key.name;
    case DetailRole:
        return detailOf(key);
    case IsExpiredRole:
        return key.isExpired;
    default:
        return {};
    }
}

QHash<int, QByteArray> ApiKeysModel::roleNames() const
{
    return {{KeyIdRole, "keyId"}, {NameRole, "name"}, {DetailRole, "detail"}, {IsExpiredRole, "isExpired"}};
}

QString ApiKeysModel::detailOf(const protocol::ApiKey &key)
{
    const QString scope = key.permissions.contains("admin"_L1) ? tr("May administer")
        : key.permissions.contains("write"_L1)                 ? tr("May read and write")
                                                               : tr("May read");
    const QString end = key.isExpired ? tr("expired")
        : key.expiresAt               ? tr("until %1", "day").arg(dayOf(*key.expiresAt))
                                      : tr("without an end");
    const QString use = key.lastUsedAt ? tr("last used on %1", "day").arg(dayOf(*key.lastUsedAt)) : tr("never used");
    return tr("%1 · %2 · %3", "what a key may do, until when, last use").arg(scope, end, use);
}

void ApiKeysModel::setKeys(QList<protocol::ApiKey> keys)
{
    std::ranges::sort(keys, std::greater(), &protocol::ApiKey::createdAt);
    beginResetModel();
    m_keys = std::move(keys);
    endResetModel();
    emit countChanged();
}

void ApiKeysModel::add(const protocol::ApiKey &key)
{
    beginInsertRows({}, 0, 0);
    m_keys.prepend(key);
    m_keys.first().key.reset();
    endInsertRows();
    emit countChanged();
}

void ApiKeysModel::remove(ApiKeyId id)
{
    const auto found = std::ranges::find(m_keys, id, &protocol::ApiKey::id);
    if (found == m_keys.end())
        return;
    const int row = static_cast<int>(found - m_keys.begin());
    beginRemoveRows({}, row, row);
    m_keys.removeAt(row);
    endRemoveRows();
    emit countChanged();
}

} // namespace plexi::app
