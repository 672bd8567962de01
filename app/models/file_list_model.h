// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/people.h"
#include "shared/protocol/file.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** A channel's files, newest first, as they were when they were asked for. */
class FileListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged FINAL)
    /** Why they could not be had; empty where all is well. */
    Q_PROPERTY(QString error READ error NOTIFY stateChanged FINAL)
    /** "8 files, 64 MB". */
    Q_PROPERTY(QString summary READ summary NOTIFY countChanged FINAL)

public:
    enum Role { CardRole = Qt::UserRole, AuthorRole, DayTextRole };
    Q_ENUM(Role)

    /** @p people must outlive the model. */
    explicit FileListModel(People *people, QObject *parent = nullptr) : QAbstractListModel(parent), m_people(people) { }

    void setFiles(QList<protocol::File> files);
    void setState(bool loading, const QString &error = {});

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_files.size()); }
    bool isLoading() const { return m_isLoading; }
    QString error() const { return m_error; }
    QString summary() const;

signals:
    void countChanged();
    void stateChanged();

private:
    People *m_people;
    QList<protocol::File> m_files;
    bool m_isLoading = false;
    QString m_error;
};

} // namespace plexi::app
