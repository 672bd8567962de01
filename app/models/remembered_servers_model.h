// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

class QSettings;

namespace plexi::app {

/** An account this profile has signed in to. Tokens are not part of it; they are in the TokenStore under tokenKey(). */
struct RememberedServer {
    /** The workspace's name for people. */
    QString name = {};
    /** "http://127.0.0.1:8000", without a slash at the end. */
    QString address = {};
    QString username = {};
    /** Hosted on this computer by this profile: it is started before it is connected to. */
    bool isHosted = false;

    /** At the array's index that @p settings are at. */
    static RememberedServer readFrom(const QSettings &settings);
    void writeTo(QSettings &settings) const;

    /** Names the account in a TokenStore. A hosted workspace may listen on another port each time. */
    QString tokenKey() const { return username + u'@' + (isHosted ? QStringLiteral("this-computer") : address); }

    friend bool operator==(const RememberedServer &, const RememberedServer &) = default;
};

/** The servers of this profile, the last used first; kept in its settings. */
class RememberedServersModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the welcome controller")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { NameRole = Qt::UserRole, AddressRole, UsernameRole, IsHostedRole };
    Q_ENUM(Role)
    static constexpr int kMaxServers = 10;

    /** @p settings must outlive the model. */
    explicit RememberedServersModel(QSettings *settings, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_servers.size()); }
    const RememberedServer &at(int row) const { return m_servers[static_cast<size_t>(row)]; }
    /** The first with this address (and user name, where one is given); null where there is none. */
    const RememberedServer *find(const QString &address, const QString &username = {}) const;
    const RememberedServer *findHosted() const;

    /** Puts it first; one with the same address and user name is replaced. Writes the settings. */
    void remember(const RememberedServer &server);
    Q_INVOKABLE void forget(int row);
    /** The hosted workspace listens elsewhere now. */
    void changeAddress(const QString &before, const QString &after);

signals:
    void countChanged();

private:
    void save() const;

    QSettings *m_settings;
    std::vector<RememberedServer> m_servers;
};

} // namespace plexi::app
