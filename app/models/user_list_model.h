// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/people.h"

#include <QAbstractListModel>
#include <QCollator>
#include <QSet>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plexi::app {

/** People sorted by name: all that the session knows, or a given set. Rows move and change, the model never resets. */
class UserListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Show {
        /** Everybody the session knows. */
        Everybody,
        /** Those given with setUsers(). */
        Chosen,
    };
    enum Role {
        UserIdRole = Qt::UserRole,
        DisplayNameRole,
        UsernameRole,
        InitialsRole,
        PresenceRole,
        IsSelfRole,
        /** For an Image. */
        AvatarRole,
    };
    Q_ENUM(Role)

    /** @p people must outlive the model. */
    UserListModel(Show show, People *people, UserId self, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_rows.size()); }
    UserId userAt(int row) const { return m_rows[static_cast<size_t>(row)].id; }
    /** For Show::Chosen: rows come and go so that exactly these stay, as far as their profiles are known. */
    void setUsers(const QSet<UserId> &users);
    const QSet<UserId> &users() const { return m_users; }
    void addUser(UserId user);
    void removeUser(UserId user);
    /** Only names or user names that contain @p text, whatever its case. */
    void setFilter(const QString &text);

signals:
    void countChanged();

private:
    struct Row {
        UserId id;
        QString name;
    };

    bool isShown(const protocol::User &user) const;
    bool isBefore(const Row &a, const Row &b) const;
    int rowOf(UserId id) const;
    void update(UserId id);

    Show m_show;
    People *m_people;
    UserId m_self;
    QSet<UserId> m_users;
    QString m_filter;
    QCollator m_collator;
    std::vector<Row> m_rows;
};

} // namespace plexi::app
