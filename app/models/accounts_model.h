// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/remembered_servers_model.h"
#include "app/session/session.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace plexi::app {

/**
 * The accounts that are signed in, side by side: each with its session, all of them connected. One of them is current: the window
 * shows it. Main thread, owned by the application.
 */
class AccountsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the application")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /** Of all accounts. */
    Q_PROPERTY(int mentionTotal READ mentionTotal NOTIFY mentionTotalChanged FINAL)

public:
    enum Role {
        /** The Session. */
        SessionRole = Qt::UserRole,
        NameRole,
        AddressRole,
        UsernameRole,
        /** Something is unread in a channel that is not muted. */
        HasUnreadRole,
        MentionCountRole,
        IsCurrentRole,
    };
    Q_ENUM(Role)

    explicit AccountsModel(QObject *parent = nullptr);
    ~AccountsModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_accounts.size()); }
    int mentionTotal() const;
    const RememberedServer &serverAt(int row) const { return m_accounts[static_cast<size_t>(row)].server; }
    Session *sessionAt(int row) const { return m_accounts[static_cast<size_t>(row)].session.get(); }
    /** -1 where there is none. */
    int rowOf(const Session *session) const;
    /** @p key: as RememberedServer::tokenKey() has it. */
    int rowOf(const QString &key) const;
    /** The one whose pictures have this name for it, or null; see ServerImages::accountOf(). */
    Session *withPictures(const QString &account) const;
    /** Null where there are no accounts. */
    Session *current() const { return m_current; }

    /** It stands before those with a larger @p rank. The first one becomes the current one. */
    void add(const RememberedServer &server, std::unique_ptr<Session> session, int rank);
    /** Does nothing where there is no such row. */
    void choose(int row);
    /** Another account becomes the current one in its place. */
    std::unique_ptr<Session> take(int row);

signals:
    void countChanged();
    void currentChanged();
    void mentionTotalChanged();

private:
    struct Account {
        RememberedServer server;
        std::unique_ptr<Session> session;
        int rank = 0;
    };

    void setCurrent(Session *session);
    void touch(const Session *session, const QList<int> &roles);

    std::vector<Account> m_accounts;
    Session *m_current = nullptr;
};

} // namespace plexi::app
