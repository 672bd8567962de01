// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/answer_stream.h"

#include "server/net/loop.h"
#include "server/net/loop_server.h"

#include <QSslSocket>
#include <QTcpSocket>

namespace plexi::net {

std::shared_ptr<AnswerStream> AnswerStream::create(LoopServer &server, QTcpSocket *socket,
                                                   LingeringClose::Unread unread)
{
    // The last owner may let go inside one of our own slots.
    return {new AnswerStream(server, socket, unread), [](AnswerStream *stream) {
                stream->deleteLater();
            }};
}

AnswerStream::AnswerStream(LoopServer &server, QTcpSocket *socket, LingeringClose::Unread unread)
    : m_server(&server), m_socket(socket), m_unread(unread), m_idleSeconds(server.options().idleSeconds),
      m_deadline(server.loop().timers(), [this] { m_socket->abort(); })
{
    server.track(this);
    m_socket->setParent(this);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &AnswerStream::onProgress);
    connect(m_socket, &QTcpSocket::disconnected, this, &AnswerStream::notify);
}

AnswerStream::~AnswerStream()
{
    if (!m_server)
        return;
    m_deadline.cancel();
    disconnect(m_socket, nullptr, this, nullptr);
    m_socket->abort();
    m_server->untrack(this);
}

bool AnswerStream::isConnected() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

bool AnswerStream::isWritable() const
{
    if (!isConnected())
        return false;
    const auto *encrypted = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0) <= kMaxUnwritten;
}

void AnswerStream::write(const QByteArray &bytes)
{
    if (isConnected())
        m_socket->write(bytes);
}

void AnswerStream::whenWritable(std::function<void()> callback)
{
    Q_ASSERT(!m_callback);
    m_callback = std::move(callback);
    if (isWritable() || !isConnected())
        QMetaObject::invokeMethod(this, &AnswerStream::notify, Qt::QueuedConnection);
    else
        m_deadline.start(m_idleSeconds);
}

void AnswerStream::onProgress()
{
    if (isWritable())
        notify();
    else if (m_deadline.isActive())
        m_deadline.start(m_idleSeconds);
}

void AnswerStream::notify()
{
    m_deadline.cancel();
    if (m_callback)
        std::exchange(m_callback, nullptr)();
}

void AnswerStream::finish()
{
    if (!m_server)
        return;
    m_deadline.cancel();
    disconnect(m_socket, nullptr, this, nullptr);
    LoopServer *server = std::exchange(m_server, nullptr);
    server->close(std::exchange(m_socket, nullptr), {}, m_unread);
    server->untrack(this);
}

void AnswerStream::abandon()
{
    m_deadline.cancel();
    m_server = nullptr;
    delete std::exchange(m_socket, nullptr);
    notify();
}

} // namespace plexi::net
