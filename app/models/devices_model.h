// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/session.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** Where this account is signed in: this device first, then the one that was used last. */
class DevicesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to an account")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { SessionIdRole = Qt::UserRole, ClientRole, AddressRole, LastUsedRole, IsCurrentRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_sessions.size()); }
    const QList<protocol::Session> &sessions() const { return m_sessions; }
    void setSessions(QList<protocol::Session> sessions);
    void remove(SessionId id);

signals:
    void countChanged();

private:
    QList<protocol::Session> m_sessions;
};

} // namespace plexi::app
