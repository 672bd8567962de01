// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/session.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** An account's API keys, without their secrets; the newest first. */
class ApiKeysModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to an account")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role {
        KeyIdRole = Qt::UserRole,
        NameRole,
        /** What it may do, until when, and when it was used. */
        DetailRole,
        IsExpiredRole,
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_keys.size()); }
    void setKeys(QList<protocol::ApiKey> keys);
    void add(const protocol::ApiKey &key);
    void remove(ApiKeyId id);

signals:
    void countChanged();

private:
    static QString detailOf(const protocol::ApiKey &key);

    QList<protocol::ApiKey> m_keys;
};

} // namespace plexi::app
