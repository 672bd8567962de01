// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/reversed_list_model.h"

namespace plexi {

ReversedListModel::ReversedListModel(QObject *parent) : QAbstractProxyModel(parent) { }

void ReversedListModel::setSourceModel(QAbstractItemModel *model)
{
    if (model == sourceModel())
        return;
    beginResetModel();
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QAbstractProxyModel::setSourceModel(model);
    if (model)
        follow(model);
    endResetModel();
}

void ReversedListModel::follow(QAbstractItemModel *model)
{
    using Model = QAbstractItemModel;
    connect(model, &Model::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first, int last) {
        const int begin = rowCount() - first;
        beginInsertRows({}, begin, begin + last - first);
    });
    connect(model, &Model::rowsInserted, this, [this] { endInsertRows(); });
    connect(model, &Model::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveRows({}, mirrored(last), mirrored(first)); });
    connect(model, &Model::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(model, &Model::rowsAboutToBeMoved, this,
            [this](const QModelIndex &, int first, int last, const QModelIndex &, int destination) {
                beginMoveRows({}, mirrored(last), mirrored(first), {}, rowCount() - destination);
            });
    connect(model, &Model::rowsMoved, this, [this] { endMoveRows(); });
    connect(model, &Model::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                emit dataChanged(mapFromSource(last), mapFromSource(first), roles);
            });
    connect(model, &Model::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(model, &Model::modelReset, this, [this] { endResetModel(); });
}

QModelIndex ReversedListModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ReversedListModel::parent(const QModelIndex &) const
{
    return {};
}

int ReversedListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : sourceModel()->rowCount();
}

int ReversedListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : 1;
}

QModelIndex ReversedListModel::mapToSource(const QModelIndex &proxyIndex) const
{
    return proxyIndex.isValid() && sourceModel() ? sourceModel()->index(mirrored(proxyIndex.row()), 0) : QModelIndex();
}

QModelIndex ReversedListModel::mapFromSource(const QModelIndex &sourceIndex) const
{
    return sourceIndex.isValid() ? createIndex(mirrored(sourceIndex.row()), 0) : QModelIndex();
}

int ReversedListModel::mirrored(int row) const
{
    return rowCount() - 1 - row;
}

} // namespace plexi
