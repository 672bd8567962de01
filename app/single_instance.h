// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

class QLocalSocket;

namespace plexi::app {

/** One running app for each profile: the first holds a lock, later ones tell it to show its window. Main thread. */
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /** @p directory is the profile's own, and exists. */
    explicit SingleInstance(const QString &directory, const QString &name, QObject *parent = nullptr);

    /** True: this is the first. False: another one runs, and has been told, with @p message where there is one. */
    bool claim(const QString &message = {});

signals:
    void raiseRequested();
    /** A later one's. Anything that this user's programs may write. */
    void told(const QString &message);

private:
    void tellFirst(const QString &message) const;
    void listenTo(QLocalSocket *visitor);

    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace plexi::app
