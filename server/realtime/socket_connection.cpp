// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/socket_connection.h"

#include "server/realtime/direct_write.h"
#include "server/realtime/frame_handler.h"
#include "server/realtime/hub.h"
#include "server/realtime/hub_loop.h"

#include <QSslSocket>
#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace plexi::realtime {

using namespace protocol;

namespace {

/** Two ping intervals of silence, in calls of checkAlive(). */
constexpr int kDeadAfterChecks = 8;

/** What a frame costs of the socket's allowance: one, and more for what makes more work. */
float costOf(const ClientRequest *request, qsizetype size, qsizetype subscriptions)
{
    constexpr float kBytesPerToken = 8192;
    constexpr float kNamesPerToken = 50;
    qsizetype names = 0;
    if (const auto *subscribe = request ? std::get_if<SubscribeRequest>(request) : nullptr)
        names = subscribe->channels.size();
    else if (const auto *unsubscribe = request ? std::get_if<UnsubscribeRequest>(request) : nullptr)
        names = unsubscribe->channels.size() + subscriptions;
    else if (const auto *watch = request ? std::get_if<WatchPresenceRequest>(request) : nullptr)
        names = watch->userIds.size();
    return 1 + static_cast<float>(size) / kBytesPerToken + static_cast<float>(names) / kNamesPerToken;
}

} // namespace

SocketConnection::SocketConnection(HubLoop &loop, quint64 number, QWebSocket *socket, QTcpSocket *tcp)
    : m_loop(loop), m_number(number), m_socket(socket), m_tcp(tcp), m_isPlain(!qobject_cast<QSslSocket *>(tcp)),
      m_bucket(loop.options().framesPerSecond, loop.options().frameBurst, TokenBucket::Clock::now())
{
    m_socket->setMaxAllowedIncomingFrameSize(loop.options().maxFrameBytes);
    m_socket->setMaxAllowedIncomingMessageSize(loop.options().maxFrameBytes);
}

SocketConnection::~SocketConnection()
{
    if (m_socket)
        m_socket->disconnect();
    if (m_tcp)
        m_tcp->abort();
    // The QWebSocket first: it stands on the other and does not own it.
    delete m_socket.data();
    delete m_tcp.data();
}

void SocketConnection::connectSignals()
{
    QWebSocket *socket = m_socket;
    // Each slot keeps the connection alive to its end: what it calls may be what ends it.
    QObject::connect(socket, &QWebSocket::textMessageReceived, socket, [this](const QString &text) {
        const auto self = shared_from_this();
        receive(text);
    });
    QObject::connect(socket, &QWebSocket::binaryMessageReceived, socket, [this](const QByteArray &bytes) {
        const auto self = shared_from_this();
        if (m_state < State::Closing && charge(nullptr, bytes.size(), QJsonValue::Undefined))
            refuse({.code = ErrorCode::BadRequest, .message = u"Send text frames with JSON"_s}, QJsonValue::Undefined);
    });
    QObject::connect(socket, &QWebSocket::pong, socket, [this] { m_silentChecks = 0; });
    // QWebSocket closes by itself at a broken or oversized frame, and when the peer closes.
    QObject::connect(socket, &QWebSocket::aboutToClose, socket, [this] {
        const auto self = shared_from_this();
        leave(State::Closing);
    });
    QObject::connect(socket, &QWebSocket::disconnected, socket, [this] { finished(); });
}

void SocketConnection::start(const std::optional<security::Credential> &credential)
{
    connectSignals();
    if (credential)
        authenticate(*credential, QJsonValue::Undefined);
    if (m_state == State::Unauthenticated) {
        m_loop.deadlines().after(m_loop.options().authenticationDeadline, [weak = weak_from_this()] {
            if (const auto self = weak.lock(); self && self->m_state == State::Unauthenticated)
                self->close(CloseCode::Unauthorized, "no auth frame in time");
        });
    }
    // Frames that came with the request lie in the TCP socket, and nothing else announces them; see Handshaker.
    if (m_tcp && m_tcp->bytesAvailable() > 0)
        Q_EMIT m_tcp->readyRead();
}

void SocketConnection::receive(const QString &text)
{
    if (m_state >= State::Closing)
        return;
    m_silentChecks = 0;
    const QByteArray json = text.toUtf8();
    auto frame = decodeClientFrame(json);
    const QJsonValue id = frame ? frame->id : frame.error().id;
    if (!charge(frame ? &frame->request : nullptr, json.size(), id))
        return;
    if (m_state == State::Unauthenticated)
        receiveAuthentication(frame);
    else if (!frame)
        refuse(frame.error().error, id);
    else if (m_isSending || std::holds_alternative<SendMessageRequest>(frame->request))
        enqueue(std::move(*frame), json.size());
    else
        m_loop.frames().handle(*this, *frame);
}

void SocketConnection::receiveAuthentication(const std::expected<ClientFrame, ClientFrameFault> &frame)
{
    if (!frame && frame.error().error.code == ErrorCode::BadRequest) {
        refuse(frame.error().error, frame.error().id);
    } else if (frame && std::holds_alternative<AuthRequest>(frame->request)) {
        const QString token = std::get<AuthRequest>(frame->request).token;
        authenticate({security::Credential::Kind::AccessTokenOrApiKey, token}, frame->id);
    } else {
        refuse({.code = ErrorCode::AuthenticationRequired, .message = u"Send an auth frame first"_s},
               frame ? frame->id : frame.error().id);
    }
}

bool SocketConnection::charge(const ClientRequest *request, qsizetype size, const QJsonValue &id)
{
    // Messages have a limit of their own, which is the person's; see refusalOfSending().
    if (m_state == State::Ready && request && std::holds_alternative<SendMessageRequest>(*request))
        return true;
    const float cost = costOf(request, size, m_subscriptions.channels.size());
    switch (m_bucket.take(cost, TokenBucket::Clock::now())) {
    case TokenBucket::Verdict::Granted:
        return true;
    case TokenBucket::Verdict::Refused:
        refuse({.code = ErrorCode::RateLimitExceeded, .message = u"Too many frames"_s, .details = {}, .retryAfter = 1},
               id);
        return false;
    case TokenBucket::Verdict::Flooding:
        break;
    }
    close(CloseCode::PolicyViolation, "too many frames");
    return false;
}

void SocketConnection::authenticate(const security::Credential &credential, const QJsonValue &id)
{
    // What ended before this moment must not end a sign-in that comes after it.
    m_loop.applyInbox();
    if (m_state != State::Unauthenticated)
        return;
    auto principal = m_loop.hub().authenticator().authenticate(credential);
    if (principal) {
        signIn(std::move(*principal), id);
        return;
    }
    // Browsers send the cookie whether the page wants it or not: a stale one must not bar the way to an auth frame.
    if (credential.kind == security::Credential::Kind::Cookie)
        return;
    refuse(principal.error(), id);
    close(principal.error().code == ErrorCode::Internal ? CloseCode::InternalError : CloseCode::Unauthorized,
          "the credential was not accepted");
}

void SocketConnection::signIn(security::Principal principal, const QJsonValue &id)
{
    auto user = m_loop.hub().requests().ownProfile(principal);
    if (!user) {
        refuse(user.error(), id);
        close(CloseCode::InternalError, "the profile could not be read");
        return;
    }
    m_principal = std::move(principal);
    m_state = State::Ready;
    m_loop.signedIn(*this);
    user->status = m_loop.hub().status(m_principal.userId);
    reply(ReadyFrame{std::move(*user), m_principal.sessionId}, id);
}

void SocketConnection::enqueue(ClientFrame frame, qsizetype size)
{
    const HubOptions &options = m_loop.options();
    if (m_pending.size() >= options.maxPendingFrames
        || (!m_pending.isEmpty() && m_pendingBytes + size > options.maxPendingBytes)) {
        refuse({.code = ErrorCode::RateLimitExceeded,
                .message = u"Too many frames wait for their turn"_s,
                .details = {},
                .retryAfter = 1},
               frame.id);
        return;
    }
    m_pendingBytes += size;
    m_pending.append({std::move(frame), size});
    if (!m_isSending) {
        m_isSending = true;
        sendPending(weak_from_this());
    }
}

/** One message after the other, so that they are stored and acknowledged in the order in which they were sent. */
QCoro::Task<> SocketConnection::sendPending(std::weak_ptr<SocketConnection> connection)
{
    while (true) {
        std::optional<Sending> sending;
        RequestHandler *requests = nullptr;
        if (const auto self = connection.lock()) {
            requests = &self->m_loop.hub().requests();
            sending = self->nextSending();
        }
        if (!sending)
            co_return;
        const QJsonValue id = sending->id;
        const std::optional<QString> clientMessageId = sending->message.clientMessageId;
        security::Principal caller = std::move(sending->caller);
        NewMessage message = std::move(sending->message);
        QCoro::Task<Result<Message>> task = requests->sendMessage(std::move(caller), std::move(message));
        Result<Message> stored = co_await task;
        const auto self = connection.lock();
        if (!self)
            co_return;
        if (stored)
            self->reply(AckFrame{clientMessageId, std::move(*stored)}, id);
        else
            self->refuse(stored.error(), id);
    }
}

/** Handles the frames before the next `send_message`; nothing where there is none left. */
std::optional<SocketConnection::Sending> SocketConnection::nextSending()
{
    while (m_state == State::Ready && !m_pending.isEmpty()) {
        Pending pending = m_pending.takeFirst();
        m_pendingBytes -= pending.size;
        auto *send = std::get_if<SendMessageRequest>(&pending.frame.request);
        if (!send) {
            m_loop.frames().handle(*this, pending.frame);
        } else if (const auto refusal = refusalOfSending()) {
            // A refused message is a frame like any other.
            if (charge(nullptr, pending.size, pending.frame.id))
                refuse(*refusal, pending.frame.id);
        } else {
            return Sending{m_principal, std::move(send->message), pending.frame.id};
        }
    }
    m_isSending = false;
    m_pending = QList<Pending>();
    m_pendingBytes = 0;
    return std::nullopt;
}

std::optional<Error> SocketConnection::refusalOfSending()
{
    if (!m_principal.mayWrite)
        return Error::forbidden(u"This API key may only read"_s);
    const auto &takeMessage = m_loop.options().takeMessage;
    const auto retryAfter = takeMessage ? takeMessage(m_principal) : std::nullopt;
    if (!retryAfter)
        return std::nullopt;
    return Error{.code = ErrorCode::RateLimitExceeded,
                 .message = u"Rate limit exceeded"_s,
                 .details = {},
                 .retryAfter = retryAfter};
}

void SocketConnection::send(const QByteArray &frame)
{
    if (m_state >= State::Closing)
        return;
    const bool isFirst = m_outgoing.isEmpty();
    if (isFirst)
        m_outgoing = frame;
    else
        m_outgoing.append(frame);
    m_loop.mustFlush(*this, m_outgoing.size(), isFirst);
}

void SocketConnection::deliver(quint64 delivery, const QByteArray &frame)
{
    if (m_lastDelivery == delivery || m_state >= State::Closing)
        return;
    m_lastDelivery = delivery;
    const bool isFirst = m_outgoing.isEmpty();
    m_outgoing = m_loop.joiner().join(m_outgoing, frame);
    m_loop.mustFlush(*this, m_outgoing.size(), isFirst);
}

void SocketConnection::reply(const Event &event, const QJsonValue &id)
{
    send(textFrame(encodeFrame(event, id)));
}

void SocketConnection::refuse(const Error &error, const QJsonValue &id)
{
    reply(ErrorFrame{error}, id);
}

void SocketConnection::flush()
{
    if (m_state >= State::Closing || m_outgoing.isEmpty())
        return;
    const QByteArray bytes = std::exchange(m_outgoing, {});
    const qsizetype taken = m_isPlain && m_tcp->bytesToWrite() == 0 ? writeDirectly(m_tcp->socketDescriptor(), bytes)
                                                                    : 0;
    if (taken == bytes.size())
        return;
    m_tcp->write(bytes.constData() + taken, bytes.size() - taken);
    // Not left to the notifier: that would cost another turn of the loop.
    m_tcp->flush();
    if (m_state < State::Closing && unsentBytes() > m_loop.options().maxUnsentBytes)
        beginClosing(CloseCode::TooSlow, "reads too slowly");
}

void SocketConnection::close(CloseCode code, QByteArrayView reason)
{
    flush();
    beginClosing(code, reason);
}

void SocketConnection::shutOut(const Error &error)
{
    refuse(error);
    close(CloseCode::Unauthorized, "signed out");
}

void SocketConnection::checkAlive(bool sendPing)
{
    if (m_state >= State::Closing)
        return;
    if (m_principal.expiresAt && *m_principal.expiresAt <= Timestamp::now())
        shutOut({.code = ErrorCode::TokenExpired, .message = u"This API key has expired"_s});
    else if (++m_silentChecks >= kDeadAfterChecks)
        m_tcp->abort();
    else if (sendPing)
        send(pingFrame());
}

qint64 SocketConnection::unsentBytes() const
{
    qint64 bytes = m_tcp->bytesToWrite();
    if (!m_isPlain)
        bytes += static_cast<const QSslSocket *>(m_tcp.data())->encryptedBytesToWrite();
    return bytes;
}

void SocketConnection::beginClosing(CloseCode code, QByteArrayView reason)
{
    if (m_state >= State::Closing)
        return;
    leave(State::Closing);
    // Not QWebSocket::close(): that ends TCP at once, and with frames of the peer still unread the kernel would answer
    // by a reset, which can overtake what the peer was to be told. The peer's own close frame ends the connection.
    m_tcp->write(closeFrame(code, reason));
    m_tcp->flush();
}

void SocketConnection::leave(State state)
{
    if (m_state >= state)
        return;
    const bool wasReady = m_state == State::Ready;
    m_state = state;
    m_outgoing = QByteArray();
    if (wasReady)
        m_loop.left(*this);
    if (state == State::Closing) {
        m_loop.deadlines().after(m_loop.options().closeDeadline, [weak = weak_from_this()] {
            if (const auto self = weak.lock(); self && self->m_tcp)
                self->m_tcp->abort();
        });
    }
}

void SocketConnection::finished()
{
    const auto self = shared_from_this();
    if (m_state == State::Closed)
        return;
    leave(State::Closed);
    m_socket->disconnect();
    m_socket->deleteLater();
    m_tcp->deleteLater();
    m_socket.clear();
    m_tcp.clear();
    m_loop.gone(*this);
}

} // namespace plexi::realtime
