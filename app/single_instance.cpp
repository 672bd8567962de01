// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr int kTellMilliseconds = 2000;
/** Bytes of a message. */
constexpr qint64 kMaxMessage = 4096;

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
            listenTo(visitor);
            emit raiseRequested();
        }
    });
}

void SingleInstance::listenTo(QLocalSocket *visitor)
{
    const auto finish = [this, visitor] {
        const QString message = QString::fromUtf8(visitor->read(kMaxMessage));
        visitor->deleteLater();
        if (!message.isEmpty())
            emit told(message);
    };
    visitor->setReadBufferSize(kMaxMessage);
    // It may have been quick.
    if (visitor->state() == QLocalSocket::UnconnectedState)
        finish();
    else
        connect(visitor, &QLocalSocket::disconnected, this, finish);
}

bool SingleInstance::claim(const QString &message)
{
    if (!m_lock.tryLock()) {
        tellFirst(message);
        return false;
    }
    // What a crashed one left behind.
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
    return true;
}

void SingleInstance::tellFirst(const QString &message) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(kTellMilliseconds))
        return;
    socket.write(message.toUtf8().first(std::min(kMaxMessage, static_cast<qint64>(message.toUtf8().size()))));
    // Goes when everything is written.
    socket.disconnectFromServer();
    if (socket.state() != QLocalSocket::UnconnectedState)
        socket.waitForDisconnected(kTellMilliseconds);
}

} // namespace plexi::app
