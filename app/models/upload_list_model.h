// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/uploads.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** The files that are attached in one composer and not sent yet. */
class UploadListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    /** The values of Upload::Stage, for QML. */
    enum Stage { Waiting, Running, Paused, Done, Failed };
    Q_ENUM(Stage)
    enum Role {
        UploadIdRole = Qt::UserRole,
        NameRole,
        IconNameRole,
        /** A picture on this computer, or an empty address. */
        PictureRole,
        StageRole,
        /** 0 to 1. */
        ShareRole,
        StateTextRole,
    };
    Q_ENUM(Role)

    /** @p uploads must outlive the model. */
    explicit UploadListModel(Uploads *uploads, QObject *parent = nullptr);

    void show(const ComposerPlace &place);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_ids.size()); }

    Q_INVOKABLE void pause(const QString &uploadId) { m_uploads->pause(uploadId); }
    Q_INVOKABLE void resume(const QString &uploadId) { m_uploads->resume(uploadId); }
    Q_INVOKABLE void remove(const QString &uploadId) { m_uploads->remove(uploadId); }

    /** What files weigh that may be attached: "3 files, 48 MB"; empty where none of them is a file. */
    Q_INVOKABLE static QString describe(const QList<QUrl> &files);

signals:
    void countChanged();

private:
    void refresh();
    static QString stateText(const Upload &upload);

    Uploads *m_uploads;
    ComposerPlace m_place;
    QStringList m_ids;
};

} // namespace plexi::app
