// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractProxyModel>
#include <QtQmlIntegration>

namespace plexi {

/**
 * Shows a flat model upside down: its last row first.
 *
 * The timeline's view lays its rows out from the bottom, so that it stays at the newest message and older ones are added
 * at its far end; the timeline's model begins with the oldest. Rows are inserted, removed and changed one for one; no reset
 * of the view. GUI thread.
 */
class ReversedListModel : public QAbstractProxyModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ReversedListModel(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *model) override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;

    /** The source's row for one of ours, and the other way round; the same sum. */
    Q_INVOKABLE int mirrored(int row) const;

private:
    void follow(QAbstractItemModel *model);
};

} // namespace plexi
