// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/connection_guard.h"

#include "server/net/answer_stream.h"
#include "server/net/loop.h"
#include "server/net/loop_server.h"

#include <QSslSocket>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace plexi::net {

namespace {

/** Room in the socket's buffer for the beginning of a pipelined request, beyond the present one. */
constexpr qint64 kSlack = 4LL * 1024;

constexpr int kMaxSkippedBytes = 8;

/** Bytes of answers that may wait for the client before its next request is looked at. */
constexpr qint64 kMaxUnwritten = 256LL * 1024;

/** Wider than what QHttpServer takes for one, so that none gets to its own WebSocket code. */
bool asksForWebSocket(const RequestHead &head)
{
    return head.headers.combinedValue(QHttpHeaders::WellKnownHeader::Upgrade).toLower().contains("websocket");
}

} // namespace

ConnectionGuard::ConnectionGuard(LoopServer &server, QTcpSocket *socket)
    : QObject(socket), m_server(server), m_socket(socket), m_parser(std::make_unique<RequestParser>()),
      m_deadline(server.m_loop.timers(), [this] { expire(); })
{
    m_server.track(this);
    m_socket->setReadBufferSize(RequestParser::kMaxHeadSize + kSlack);
    connect(m_socket, &QTcpSocket::readyRead, this, &ConnectionGuard::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, &ConnectionGuard::onDisconnected);
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket)) {
        m_state = State::Handshaking;
        m_deadline.start(m_server.m_options.headSeconds);
        connect(encrypted, &QSslSocket::encrypted, this, &ConnectionGuard::onEncrypted);
    } else {
        m_deadline.start(m_server.m_options.idleSeconds);
        m_server.addPendingConnection(m_socket);
    }
}

ConnectionGuard::~ConnectionGuard()
{
    m_server.untrack(this);
}

bool ConnectionGuard::isConnected() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void ConnectionGuard::onEncrypted()
{
    m_state = State::AwaitingHead;
    m_deadline.start(m_server.m_options.idleSeconds);
    m_server.addPendingConnection(m_socket);
    // A head that came with the end of the handshake has made its signal already.
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

void ConnectionGuard::onReadyRead()
{
    switch (m_state) {
    case State::AwaitingHead:
        examineHead();
        break;
    case State::Passing:
        m_server.m_passing = this;
        break;
    case State::Handshaking:
    case State::InFlight:
    case State::Gone:
        break;
    }
}

/** RFC 9112, section 2.2: an empty line before a request is to be ignored. */
bool ConnectionGuard::skipEmptyLines()
{
    char next = 0;
    while (m_socket->peek(&next, 1) == 1 && (next == '\r' || next == '\n')) {
        if (++m_skippedBytes > kMaxSkippedBytes) {
            refuse({400, {.code = ErrorCode::BadRequest, .message = u"The request line is missing"_s}});
            return false;
        }
        // QHttpServer may have begun to wait for a request; it has read nothing of it.
        if (m_socket->isTransactionStarted())
            m_socket->commitTransaction();
        m_socket->skip(1);
    }
    return true;
}

/**
 * What there is of the head, from its first byte. QHttpServer reads inside a transaction, and peek() begins where that
 * has come to: so its position is put back, and restored afterwards.
 */
QByteArrayView ConnectionGuard::peekHead()
{
    auto &scratch = m_server.m_scratch;
    const auto room = static_cast<qint64>(scratch.size());
    if (!m_socket->isTransactionStarted())
        return {scratch.data(), std::max<qint64>(0, m_socket->peek(scratch.data(), room))};

    const qint64 unread = m_socket->bytesAvailable();
    m_socket->rollbackTransaction();
    const qint64 alreadyRead = m_socket->bytesAvailable() - unread;
    const qint64 size = m_socket->peek(scratch.data(), room);
    m_socket->startTransaction();
    if (alreadyRead > 0)
        m_socket->read(alreadyRead);
    return {scratch.data(), std::max<qint64>(0, size)};
}

void ConnectionGuard::examineHead()
{
    if (m_fedBytes == 0 && !skipEmptyLines())
        return;
    const QByteArrayView bytes = peekHead().sliced(m_fedBytes);
    if (bytes.isEmpty())
        return;
    if (m_fedBytes == 0)
        m_deadline.start(m_server.m_options.headSeconds);
    switch (m_parser->feedHead(bytes)) {
    case RequestParser::Status::Incomplete:
        m_fedBytes += bytes.size();
        break;
    case RequestParser::Status::Refused:
        refuse(m_parser->refusal());
        break;
    case RequestParser::Status::Complete:
        decide();
        break;
    }
}

void ConnectionGuard::identify()
{
    const bool isEncrypted = qobject_cast<QSslSocket *>(m_socket) != nullptr;
    identifyClient(m_parser->head(), canonicalAddress(m_socket->peerAddress()), isEncrypted,
                   m_server.m_options.trustedProxies);
}

void ConnectionGuard::decide()
{
    identify();
    const RequestHead &head = m_parser->head();
    m_minorVersion = head.minorVersion;
    m_keepAlive = head.keepAlive;

    if (asksForWebSocket(head))
        return decideUpgrade();
    const BodyPlan plan = m_server.m_sink.plan(head);
    if (head.contentLength > plan.limit) {
        return refuse({413,
                       {.code = ErrorCode::PayloadTooLarge,
                        .message = u"The body is over the limit of %1 bytes"_s.arg(plan.limit)}});
    }
    if (head.isChunked || plan.isStreamed)
        return takeForStream(plan);
    pass();
}

void ConnectionGuard::decideUpgrade()
{
    const RequestHead &head = m_parser->head();
    if (!m_server.m_upgrades || head.path != "/ws"_L1)
        return refuse({404, Error::notFound(u"WebSocket endpoint")});
    if (!head.isWebSocketUpgrade || head.method != "GET" || head.contentLength > 0 || head.isChunked)
        return refuse({400, {.code = ErrorCode::BadRequest, .message = u"This is no way to open a WebSocket"_s}});
    if (m_isDraining)
        return refuse({503, {.code = ErrorCode::ServiceUnavailable, .message = u"The server is stopping"_s}});
    if (const auto refusal = m_server.m_sink.checkUpgrade(head))
        return refuse(*refusal);
    takeForUpgrade();
}

void ConnectionGuard::pass()
{
    const RequestHead &head = m_parser->head();
    m_state = State::Passing;
    m_server.m_passing = this;
    // Where the client waits to be told to go on, QHttpServer tells it.
    if (head.contentLength > 0) {
        m_deadline.start(m_server.m_options.bodySeconds);
        m_socket->setReadBufferSize(head.size + head.contentLength + kSlack);
    }
}

RequestHead ConnectionGuard::takeHead()
{
    Q_ASSERT(m_state == State::Passing);
    m_state = State::InFlight;
    m_deadline.cancel();
    return std::move(m_parser->head());
}

void ConnectionGuard::write(const QByteArray &bytes)
{
    Q_ASSERT(m_state == State::InFlight);
    m_socket->write(bytes);
}

void ConnectionGuard::whenWritten(std::function<void()> done)
{
    if (!isConnected() || m_socket->bytesToWrite() <= kMaxUnwritten)
        return done();
    m_written = std::move(done);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ConnectionGuard::onBytesWritten);
    m_deadline.start(m_server.m_options.idleSeconds);
}

void ConnectionGuard::onBytesWritten()
{
    if (m_socket->bytesToWrite() > kMaxUnwritten) {
        m_deadline.start(m_server.m_options.idleSeconds);
        return;
    }
    disconnect(m_socket, &QTcpSocket::bytesWritten, this, nullptr);
    m_deadline.cancel();
    if (m_written)
        std::exchange(m_written, nullptr)();
}

void ConnectionGuard::answered()
{
    if (m_state != State::InFlight || !isConnected())
        return;
    m_socket->flush();
    if (closesAfterAnswer()) {
        m_server.close(takeAway(), {}, LingeringClose::Unread::None);
        return;
    }
    awaitHead();
}

std::shared_ptr<AnswerStream> ConnectionGuard::takeForAnswer()
{
    Q_ASSERT(m_state == State::InFlight && isConnected());
    return AnswerStream::create(m_server, takeAway(), LingeringClose::Unread::None);
}

void ConnectionGuard::awaitHead()
{
    m_state = State::AwaitingHead;
    m_parser->reset();
    m_fedBytes = 0;
    m_skippedBytes = 0;
    m_socket->setReadBufferSize(RequestParser::kMaxHeadSize + kSlack);
    m_deadline.start(m_server.m_options.idleSeconds);
}

void ConnectionGuard::takeForUpgrade()
{
    const RequestHead head = m_parser->head();
    m_server.upgrade(takeAway(), head);
}

void ConnectionGuard::takeForStream(BodyPlan plan)
{
    auto parser = std::move(m_parser);
    m_server.stream(takeAway(), std::move(parser), plan);
}

void ConnectionGuard::refuse(const Refusal &refusal)
{
    identify();
    const QByteArray answer = m_server.m_sink.refuse(refusal, m_parser->head());
    m_server.close(takeAway(), answer, LingeringClose::Unread::Expected);
}

/**
 * Ends QHttpServer's part in the connection: its stream object loses the socket, which is then as if nothing had been
 * read.
 */
QTcpSocket *ConnectionGuard::takeAway()
{
    m_state = State::Gone;
    m_deadline.cancel();
    disconnect(m_socket, nullptr, this, nullptr);
    if (QObject *stream = m_socket->parent(); stream && stream != &m_server) {
        disconnect(m_socket, nullptr, stream, nullptr);
        m_socket->setParent(&m_server);
        stream->deleteLater();
    }
    if (m_socket->isTransactionStarted())
        m_socket->rollbackTransaction();
    deleteLater();
    return m_socket;
}

void ConnectionGuard::onDisconnected()
{
    m_deadline.cancel();
    if (m_written)
        std::exchange(m_written, nullptr)();
    QObject *stream = m_socket->parent();
    if (stream == &m_server) {
        // Until QHttpServer has the socket, nobody else deletes it.
        m_socket->deleteLater();
    } else {
        // A readyRead that QHttpServer has queued for itself would find the socket closed, and complain.
        disconnect(m_socket, &QTcpSocket::readyRead, stream, nullptr);
    }
}

void ConnectionGuard::expire()
{
    switch (m_state) {
    case State::AwaitingHead:
        if (m_fedBytes > 0)
            refuse({408, {.code = ErrorCode::BadRequest, .message = u"The request's head did not arrive in time"_s}});
        else
            m_server.close(takeAway(), {}, LingeringClose::Unread::None);
        break;
    case State::Passing:
        refuse({408, {.code = ErrorCode::BadRequest, .message = u"The body did not arrive in time"_s}});
        break;
    case State::Handshaking:
    case State::InFlight:
        // In flight there is a deadline only for the client to read what waits for it.
        m_socket->abort();
        break;
    case State::Gone:
        break;
    }
}

void ConnectionGuard::drain()
{
    m_isDraining = true;
    if (m_state == State::Handshaking)
        m_socket->abort();
    else if (m_state == State::AwaitingHead && m_fedBytes == 0)
        m_server.close(takeAway(), {}, LingeringClose::Unread::None);
}

} // namespace plexi::net
