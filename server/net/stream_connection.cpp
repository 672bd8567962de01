// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/stream_connection.h"

#include "server/net/answer_stream.h"
#include "server/net/loop.h"
#include "server/net/loop_server.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace plexi::net {

std::shared_ptr<StreamConnection> StreamConnection::create(LoopServer &server, QTcpSocket *socket,
                                                           std::unique_ptr<RequestParser> parser, BodyPlan plan)
{
    // The last owner may let go inside one of our own slots.
    return {new StreamConnection(server, socket, std::move(parser), plan), [](StreamConnection *connection) {
                connection->deleteLater();
            }};
}

StreamConnection::StreamConnection(LoopServer &server, QTcpSocket *socket, std::unique_ptr<RequestParser> parser,
                                   BodyPlan plan)
    : m_server(&server), m_socket(socket), m_parser(std::move(parser)), m_head(m_parser->head()), m_plan(plan),
      m_idleSeconds(server.options().idleSeconds), m_deadline(server.loop().timers(), [this] {
          failWith({408, {.code = ErrorCode::BadRequest, .message = u"The body did not arrive in time"_s}});
      })
{
    server.track(this);
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kBufferSize);
    m_socket->skip(m_head.size);
    m_isReceived = !m_head.isChunked && m_head.contentLength == 0;
    connect(m_socket, &QTcpSocket::readyRead, this, &StreamConnection::receive);
    connect(m_socket, &QTcpSocket::disconnected, this, &StreamConnection::receive);
    receive();
}

StreamConnection::~StreamConnection()
{
    if (m_server)
        m_server->untrack(this);
}

bool StreamConnection::isConnected() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

QByteArray StreamConnection::take()
{
    if (m_socket && m_head.expectsContinue && !std::exchange(m_hasContinued, true) && !m_isReceived
        && m_content.isEmpty())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    QByteArray taken = std::exchange(m_content, {});
    // At once: what waits in the socket makes no further signal.
    if (m_socket)
        receive();
    return taken;
}

void StreamConnection::whenReady(std::function<void()> callback)
{
    Q_ASSERT(!m_callback);
    m_callback = std::move(callback);
    if (isReady())
        QMetaObject::invokeMethod(this, &StreamConnection::notify, Qt::QueuedConnection);
    else
        m_deadline.start(m_idleSeconds);
}

void StreamConnection::receive()
{
    while (!m_isReceived && !m_failure && m_content.size() < kBufferSize && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(kBufferSize - m_content.size());
        const qsizetype before = m_content.size();
        qsizetype consumed = 0;
        const auto status = m_parser->feedBody(bytes, m_content, consumed);
        m_received += m_content.size() - before;
        if (m_received > m_plan.limit) {
            failWith({413,
                      {.code = ErrorCode::PayloadTooLarge,
                       .message = u"The body is over the limit of %1 bytes"_s.arg(m_plan.limit)}});
        } else if (status == RequestParser::Status::Refused) {
            failWith(m_parser->refusal());
        }
        m_isReceived = status == RequestParser::Status::Complete;
    }
    if (!m_isReceived && !m_failure && !isConnected() && m_socket->bytesAvailable() == 0)
        failWith(
            {400, {.code = ErrorCode::BadRequest, .message = u"The client left before its request was complete"_s}});
    if (isReady())
        notify();
    else if (m_deadline.isActive())
        m_deadline.start(m_idleSeconds);
}

void StreamConnection::giveUp()
{
    if (!m_isReceived && !m_failure)
        failWith({409, {.code = ErrorCode::Conflict, .message = u"Another request goes on with this"_s}});
}

void StreamConnection::failWith(Refusal refusal)
{
    m_failure = std::move(refusal);
    m_content.clear();
    notify();
}

void StreamConnection::notify()
{
    m_deadline.cancel();
    if (m_callback)
        std::exchange(m_callback, nullptr)();
}

void StreamConnection::abandon()
{
    m_deadline.cancel();
    m_callback = nullptr;
    m_content.clear();
    m_failure = {503, {.code = ErrorCode::ServiceUnavailable, .message = u"The server is stopping"_s}};
    m_server = nullptr;
    delete std::exchange(m_socket, nullptr);
}

void StreamConnection::answer(const QByteArray &bytes)
{
    if (!m_socket)
        return;
    m_deadline.cancel();
    disconnect(m_socket, nullptr, this, nullptr);
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    m_server->close(socket, bytes, unread());
}

std::shared_ptr<AnswerStream> StreamConnection::takeForAnswer()
{
    if (!isConnected())
        return nullptr;
    m_deadline.cancel();
    disconnect(m_socket, nullptr, this, nullptr);
    return AnswerStream::create(*m_server, std::exchange(m_socket, nullptr), unread());
}

LingeringClose::Unread StreamConnection::unread() const
{
    return m_isReceived ? LingeringClose::Unread::None : LingeringClose::Unread::Expected;
}

} // namespace plexi::net
