// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/fake_server.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plexi::test {

using namespace protocol;
using security::Principal;

Message testMessage(ChannelId channel, qint64 number, UserId sender)
{
    Message message;
    message.id = MessageId(number);
    message.channelId = channel;
    message.userId = sender;
    message.content = QString::number(number);
    message.createdAt = Timestamp{1'736'937'000'000};
    message.seq = number;
    return message;
}

realtime::Publication messagePublication(ChannelId channel, qint64 number)
{
    return {MessageCreated{testMessage(channel, number)},
            realtime::ChannelAudience{.channelId = channel, .people = {}}};
}

QString FakeAuthenticator::sessionToken(UserId user, qint64 session)
{
    return u"session-%1-%2"_s.arg(user.value()).arg(session);
}

QString FakeAuthenticator::apiKey(UserId user, qint64 key, bool mayWrite)
{
    return u"plx_%1-%2-%3"_s.arg(user.value()).arg(key).arg(mayWrite ? u"rw"_s : u"r"_s);
}

QString FakeAuthenticator::expiringKey(UserId user, qint64 key, qint64 ms)
{
    return apiKey(user, key) + u"-%1"_s.arg(Timestamp::now().ms + ms);
}

QString FakeAuthenticator::expiredToken()
{
    return u"expired"_s;
}

Result<Principal> FakeAuthenticator::authenticate(const security::Credential &credential)
{
    if (credential.secret == expiredToken())
        return fail({.code = ErrorCode::TokenExpired, .message = u"Expired"_s});
    const bool isKey = credential.secret.startsWith("plx_"_L1);
    const bool keyAllowed = credential.kind == security::Credential::Kind::ApiKey
        || credential.kind == security::Credential::Kind::AccessTokenOrApiKey;
    const QStringList parts = credential.secret.sliced(isKey ? 4 : 0).split(u'-');
    const bool isSession = parts.size() == 3 && parts[0] == "session"_L1;
    if (isKey ? !keyAllowed : !isSession || credential.kind == security::Credential::Kind::ApiKey)
        return fail({.code = ErrorCode::InvalidToken, .message = u"Not a known token"_s});
    Principal principal;
    principal.kind = credential.kind;
    if (isKey) {
        principal.userId = UserId(parts[0].toLongLong());
        principal.apiKeyId = ApiKeyId(parts[1].toLongLong());
        principal.mayWrite = parts[2] == "rw"_L1;
        if (parts.size() > 3)
            principal.expiresAt = Timestamp{parts[3].toLongLong()};
    } else {
        principal.userId = UserId(parts[1].toLongLong());
        principal.sessionId = SessionId(parts[2].toLongLong());
    }
    principal.username = principal.userId.toString();
    return principal;
}

void Gate::open()
{
    const std::lock_guard lock(m_mutex);
    m_isOpen = true;
    for (const auto &[context, waiting] : std::exchange(m_waiting, {})) {
        QMetaObject::invokeMethod(
            context,
            [context, waiting] {
                context->deleteLater();
                waiting.resume();
            },
            Qt::QueuedConnection);
    }
}

bool Gate::await_ready()
{
    const std::lock_guard lock(m_mutex);
    return m_isOpen;
}

bool Gate::await_suspend(std::coroutine_handle<> waiting)
{
    const std::lock_guard lock(m_mutex);
    if (m_isOpen)
        return false;
    m_waiting.emplace_back(new QObject, waiting);
    return true;
}

void FakeRequests::letIn(UserId user)
{
    const std::lock_guard lock(m_mutex);
    m_insiders.insert(user);
}

void FakeRequests::shutOut(UserId user)
{
    const std::lock_guard lock(m_mutex);
    m_insiders.remove(user);
}

void FakeRequests::setPeers(UserId user, QList<UserId> peers)
{
    const std::lock_guard lock(m_mutex);
    m_peers[user] = std::move(peers);
}

void FakeRequests::hold()
{
    const std::lock_guard lock(m_mutex);
    m_gate = std::make_shared<Gate>();
}

void FakeRequests::release()
{
    const std::lock_guard lock(m_mutex);
    if (const auto gate = std::exchange(m_gate, nullptr))
        gate->open();
}

QStringList FakeRequests::sentContents() const
{
    const std::lock_guard lock(m_mutex);
    return m_sent;
}

QList<UserId> FakeRequests::lastSeenOf() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastSeen;
}

std::optional<ChannelId> FakeRequests::resolve(const QString &name, UserId user) const
{
    const std::lock_guard lock(m_mutex);
    const auto channel = name == "general"_L1 ? kGeneral : ChannelId::fromString(name).value_or(ChannelId());
    // From 1,000 on there are as many public channels as a test wants.
    if (channel == kGeneral || channel.value() >= 1000 || (channel == kPrivate && m_insiders.contains(user)))
        return channel;
    return std::nullopt;
}

Result<User> FakeRequests::ownProfile(Principal caller)
{
    User user;
    user.id = caller.userId;
    user.username = caller.username;
    user.displayName = caller.username;
    user.roles = {u"user"_s};
    return user;
}

Result<SubscribedFrame> FakeRequests::readableChannels(Principal caller, QStringList channels)
{
    SubscribedFrame frame;
    for (const QString &name : channels) {
        if (const auto channel = resolve(name, caller.userId))
            frame.channels.append({*channel, channel->value() * 100});
        else
            frame.denied.append(name);
    }
    return frame;
}

Result<ChannelId> FakeRequests::writableChannel(Principal caller, QString channel)
{
    if (const auto known = resolve(channel, caller.userId))
        return *known;
    return fail(Error::notFound(u"Channel"));
}

QCoro::Task<Result<Message>> FakeRequests::sendMessage(Principal caller, NewMessage message)
{
    const auto channel = resolve(message.channel, caller.userId);
    std::shared_ptr<Gate> gate;
    qint64 number = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_sent.append(message.content);
        number = m_sent.size();
        gate = m_gate;
    }
    if (gate)
        co_await *gate;
    if (!channel)
        co_return fail(Error::notFound(u"Channel"));
    Message stored = testMessage(*channel, number, caller.userId);
    stored.content = message.content;
    stored.clientMessageId = message.clientMessageId;
    co_return stored;
}

QList<UserId> FakeRequests::presencePeers(UserId user)
{
    const std::lock_guard lock(m_mutex);
    return m_peers.value(user);
}

std::optional<Timestamp> FakeRequests::storedLastSeen(UserId user)
{
    return user == kCarla ? std::optional(Timestamp{kCarlasLastSeen}) : std::nullopt;
}

void FakeRequests::storeLastSeen(UserId user, Timestamp moment)
{
    Q_ASSERT(moment.ms > 0);
    const std::lock_guard lock(m_mutex);
    m_lastSeen.append(user);
}

realtime::HubOptions quickOptions()
{
    realtime::HubOptions options;
    options.originPolicy = net::OriginPolicy(u"https://chat.example.org"_s, {u"https://app.example.org"_s});
    options.authenticationDeadline = 300ms;
    options.typingLapse = 200ms;
    options.typingRepeat = 100ms;
    options.offlineDelay = 150ms;
    options.closeDeadline = 500ms;
    return options;
}

FakeServer::FakeServer(realtime::HubOptions options, int loops) : hub(std::move(options))
{
    hub.serve(requests, authenticator);
    for (int index = 0; index < loops; ++index) {
        m_loops.push_back(std::make_unique<net::Loop>(index));
        m_loops.back()->start();
    }
    if (!listen(QHostAddress::LocalHost))
        qFatal("No port to listen on");
}

FakeServer::~FakeServer()
{
    requests.release();
    close();
    for (const auto &loop : m_loops) {
        loop->run([&] { hub.release(*loop); });
        loop->stop();
    }
}

QUrl FakeServer::url() const
{
    return QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(serverPort()));
}

QUrl FakeServer::url(const QString &token) const
{
    QUrl address = url();
    address.setQuery(u"token="_s + token);
    return address;
}

bool FakeServer::goAway()
{
    close();
    for (const auto &loop : m_loops)
        loop->run([&] { hub.goingAway(*loop); });
    return QTest::qWaitFor([this] { return hub.connectionCount() == 0; });
}

void FakeServer::incomingConnection(qintptr descriptor)
{
    net::Loop &loop = *m_loops[m_next++ % m_loops.size()];
    loop.post([this, descriptor, &loop] {
        auto *socket = new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, &loop] { receiveHead(loop, socket); });
    });
}

void FakeServer::receiveHead(net::Loop &loop, QTcpSocket *socket)
{
    const QByteArray bytes = socket->peek(socket->bytesAvailable());
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    socket->disconnect();
    const QList<QByteArray> lines = bytes.first(end).split('\n');
    net::RequestHead head;
    const QUrl target = QUrl::fromEncoded(lines.first().split(' ').value(1));
    head.path = target.path();
    head.query = QUrlQuery(target);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        head.headers.append(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    head.authority = head.header("Host");
    head.size = end + 4;
    hub.upgrade(loop, socket, std::move(head));
}

} // namespace plexi::test
