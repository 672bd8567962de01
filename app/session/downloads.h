// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_client.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <stop_token>
#include <vector>

namespace plexi::app {

/**
 * The files that the person is saving, or has saved since the program began, oldest first. A file comes into being under its
 * name when all of it is there. Main thread, owned by the session.
 */
class Downloads : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { DownloadIdRole = Qt::UserRole, NameRole, IconNameRole, StageRole, ShareRole, StateTextRole };
    Q_ENUM(Role)
    enum Stage { Running, Done, Failed };
    Q_ENUM(Stage)

    /** @p api must outlive this. */
    explicit Downloads(ApiClient *api, QObject *parent = nullptr) : QAbstractListModel(parent), m_api(api) { }
    ~Downloads() override;

    /** Under a name that is free in @p folder, which is made where it is not there. */
    void save(FileId file, const QString &name, const QString &folder);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_items.size()); }
    QString pathOf(int downloadId) const;

    /** Stops one, or takes it off the list. */
    Q_INVOKABLE void dismiss(int downloadId);
    /** One that failed. */
    Q_INVOKABLE void retry(int downloadId);
    /** With the program that the desktop has for it. */
    Q_INVOKABLE void open(int downloadId) const;
    Q_INVOKABLE void show(int downloadId) const;

signals:
    void countChanged();

private:
    struct Item {
        int id = 0;
        FileId file;
        QString path;
        Stage stage = Running;
        /** Bytes; @c total is -1 where it is not known. */
        qint64 done = 0;
        qint64 total = -1;
        /** For people. */
        QString fault;
        std::stop_source stop;
        QElapsedTimer since;
        /** How far it is was told then. */
        QElapsedTimer told;
    };

    /** -1 where it is not there any more. */
    int rowOf(int id) const;
    Item *find(int id);
    void begin(Item &item);
    QCoro::Task<> run(int id);
    void end(int id, const QString &fault);
    void touch(int id);
    static QString stateText(const Item &item);

    ApiClient *m_api;
    std::vector<std::unique_ptr<Item>> m_items;
    int m_lastId = 0;
};

} // namespace plexi::app
