// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr int kTellMilliseconds = 2000;

/** A path of bounded length: sockets of the system have room for about a hundred bytes. */
QString socketPath(const QString &directory, const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(directory.toUtf8() + name.toUtf8(), QCryptographicHash::Sha256);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + "/plexichat-"_L1
        + QString::fromLatin1(hash.toHex().first(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &directory, const QString &name, QObject *parent)
    : QObject(parent), m_socket(socketPath(directory, name)), m_lock(directory + "/instance.lock"_L1)
{
    // Stale only when its process is gone, however long it has been running.
    m_lock.setStaleLockTime(std::chrono::milliseconds(0));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *visitor = m_server.nextPendingConnection()) {
            connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
            emit raiseRequested();
        }
    });
}

bool SingleInstance::claim()
{
    if (!m_lock.tryLock()) {
        tellFirst();
        return false;
    }
    // What a crashed one left behind.
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
    return true;
}

void SingleInstance::tellFirst() const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (socket.waitForConnected(kTellMilliseconds))
        socket.disconnectFromServer();
}

} // namespace plexi::app
