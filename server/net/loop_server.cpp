// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/loop_server.h"

#include "server/net/answer_stream.h"
#include "server/net/connection_guard.h"
#include "server/net/loop.h"
#include "server/net/stream_connection.h"
#include "server/net/upgrade_handler.h"

#include <QSslSocket>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace plexi::net {

LoopServer::LoopServer(Loop &loop, const ConnectionOptions &options, RequestSink &sink, UpgradeHandler *upgrades)
    : m_loop(loop), m_options(options), m_sink(sink), m_upgrades(upgrades)
{
    Q_ASSERT(m_options.ledger);
}

LoopServer::~LoopServer()
{
    m_drained = nullptr;
    const auto open = m_open;
    for (QObject *busy : open) {
        if (auto *streamed = qobject_cast<StreamConnection *>(busy))
            streamed->abandon();
        else if (auto *answer = qobject_cast<AnswerStream *>(busy))
            answer->abandon();
    }
    // Sockets and what closes them, before the members that their guards still use.
    qDeleteAll(findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<LingeringClose *>(Qt::FindDirectChildrenOnly));
}

Result<> LoopServer::open()
{
    if (!listen(QHostAddress(QHostAddress::LocalHost)) && !listen(QHostAddress(QHostAddress::LocalHostIPv6)))
        return fail(Error::internal(u"a loop cannot listen on a loopback port: %1"_s.arg(errorString())));
    return {};
}

void LoopServer::closePort()
{
    // Qt goes on believing that it listens. close() would end that, and with it QHttpServer's interest.
    pauseAccepting();
    shutDownListener(socketDescriptor());
}

void LoopServer::adopt(Descriptor descriptor)
{
    Q_ASSERT(m_loop.isCurrent());
    if (!m_isDraining)
        incomingConnection(descriptor.release());
}

void LoopServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = makeSocket(descriptor);
    if (!socket)
        return;
    if (!m_options.ledger->enter(canonicalAddress(socket->peerAddress()), socket)) {
        socket->abort();
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    new ConnectionGuard(*this, socket);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket))
        encrypted->startServerEncryption();
}

QTcpSocket *LoopServer::makeSocket(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket;
    if (m_options.tls) {
        auto encrypted = std::make_unique<QSslSocket>(this);
        encrypted->setSslConfiguration(*m_options.tls);
        socket = std::move(encrypted);
    } else {
        socket = std::make_unique<QTcpSocket>(this);
    }
    if (!socket->setSocketDescriptor(descriptor)) {
        // The socket did not take it.
        const Descriptor closed(descriptor);
        return nullptr;
    }
    return socket.release();
}

ConnectionGuard *LoopServer::takePassing()
{
    return std::exchange(m_passing, nullptr);
}

void LoopServer::upgrade(QTcpSocket *socket, const RequestHead &head)
{
    socket->setReadBufferSize(0);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    // Queued: we are inside one of the socket's signals, and its new owner may close or delete it.
    QMetaObject::invokeMethod(
        socket,
        [this, socket, head] {
            if (socket->state() != QAbstractSocket::ConnectedState)
                return;
            disconnect(socket, nullptr, socket, nullptr);
            if (m_isDraining) {
                socket->abort();
                socket->deleteLater();
                return;
            }
            socket->setParent(nullptr);
            m_upgrades->upgrade(m_loop, socket, head);
        },
        Qt::QueuedConnection);
}

void LoopServer::stream(QTcpSocket *socket, std::unique_ptr<RequestParser> parser, BodyPlan plan)
{
    m_sink.stream(StreamConnection::create(*this, socket, std::move(parser), plan));
}

void LoopServer::close(QTcpSocket *socket, const QByteArray &lastAnswer, LingeringClose::Unread unread)
{
    if (!lastAnswer.isEmpty() && socket->state() == QAbstractSocket::ConnectedState)
        socket->write(lastAnswer);
    auto *closing = new LingeringClose(socket, unread, m_loop.timers(), m_options.lingerSeconds, this);
    track(closing);
    connect(closing, &QObject::destroyed, this, &LoopServer::untrack);
}

void LoopServer::track(QObject *busy)
{
    m_open.insert(busy);
}

void LoopServer::untrack(QObject *busy)
{
    m_open.erase(busy);
    if (m_open.empty() && m_drained)
        std::exchange(m_drained, nullptr)();
}

void LoopServer::drain(std::function<void()> done)
{
    m_isDraining = true;
    m_drained = std::move(done);
    const auto open = m_open;
    for (QObject *busy : open) {
        if (auto *guard = qobject_cast<ConnectionGuard *>(busy))
            guard->drain();
    }
    if (m_open.empty() && m_drained)
        std::exchange(m_drained, nullptr)();
}

} // namespace plexi::net
