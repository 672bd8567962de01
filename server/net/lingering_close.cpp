// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/lingering_close.h"

#include "server/net/descriptor.h"

#include <QSslSocket>
#include <QTcpSocket>

namespace plexi::net {

namespace {

/** Seconds in which a client that has not read its answer must read some of it. */
constexpr int kStallSeconds = 10;

qint64 unwritten(const QTcpSocket *socket)
{
    const auto *encrypted = qobject_cast<const QSslSocket *>(socket);
    return socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

} // namespace

LingeringClose::LingeringClose(QTcpSocket *socket, Unread unread, TimerWheel &timers, int seconds, QObject *parent)
    : QObject(parent), m_socket(socket), m_unread(unread), m_seconds(seconds), m_deadline(timers, [this] {
          m_socket->abort();
          deleteLater();
      })
{
    m_socket->setParent(this);
    if (m_socket->state() != QAbstractSocket::ConnectedState) {
        deleteLater();
        return;
    }
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QTcpSocket::readyRead, this, &LingeringClose::discard);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &LingeringClose::writeOut);
    m_socket->setReadBufferSize(qint64(64) * 1024);
    discard();
    m_socket->flush();
    writeOut();
}

void LingeringClose::writeOut()
{
    if (m_isFinished || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    if (unwritten(m_socket) > 0) {
        m_deadline.start(kStallSeconds);
        return;
    }
    m_isFinished = true;
    m_deadline.start(m_seconds);
    if (m_unread == Unread::None)
        m_socket->disconnectFromHost();
    else if (!qobject_cast<QSslSocket *>(m_socket))
        shutDownWriting(m_socket->socketDescriptor());
    // Else TLS would have to end both ways at once: the client has its answer, and closes, or the deadline does.
}

void LingeringClose::discard()
{
    m_socket->skip(m_socket->bytesAvailable());
}

} // namespace plexi::net
