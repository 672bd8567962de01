// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/fake_server.h"

#include <QHttpServerResponse>
#include <QHttpServerWebSocketUpgradeResponse>
#include <QJsonDocument>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace plexi::test {

using namespace protocol;

FakeServer::FakeServer(QObject *parent) : QObject(parent)
{
    world.publish = [this](ChannelId channel, UserId person, const Event &event) {
        if (eventsToLose > 0) {
            --eventsToLose;
            return;
        }
        for (const Socket &known : m_sockets) {
            const bool meant = person.isNull() ? known.channels.contains(channel) : known.user == person;
            if (meant)
                send(known.socket.get(), event);
        }
    };
    listen();
}

FakeServer::~FakeServer()
{
    world.publish = [](ChannelId, UserId, const Event &) {
    };
    goAway();
}

bool FakeServer::listen()
{
    m_http = std::make_unique<QHttpServer>();
    m_http->setMissingHandler(this, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
        write(answer(request), responder);
    });
    m_http->addWebSocketUpgradeVerifier(this, [this](const QHttpServerRequest &request) {
        upgrades.append(request.url());
        const QByteArray token = request.headers().combinedValue("authorization");
        upgradeAuthorizations.append(token);
        const QString bearer = QString::fromLatin1(token.startsWith("Bearer ") ? token.sliced(7) : QByteArray());
        if (!m_access.contains(bearer) || m_expired.contains(bearer))
            return QHttpServerWebSocketUpgradeResponse::deny(401, "no");
        m_nextSocketUser = m_access.value(bearer);
        return QHttpServerWebSocketUpgradeResponse::accept();
    });
    connect(m_http.get(), &QHttpServer::newWebSocketConnection, this, &FakeServer::onSocket);
    auto tcp = std::make_unique<QTcpServer>();
    if (!tcp->listen(QHostAddress::LocalHost, m_port))
        return false;
    m_port = tcp->serverPort();
    if (!m_http->bind(tcp.get()))
        return false;
    static_cast<void>(tcp.release()); // the HTTP server owns it now
    return true;
}

void FakeServer::goAway()
{
    dropSockets();
    m_http.reset();
}

void FakeServer::dropSockets()
{
    std::vector<Socket> gone = std::exchange(m_sockets, {});
    for (Socket &known : gone) {
        known.socket->disconnect(this);
        known.socket->abort();
    }
}

void FakeServer::expireAccessTokens()
{
    for (const QString &token : m_access.keys())
        m_expired.insert(token);
}

int FakeServer::count(const QByteArray &verb, const QString &path) const
{
    return static_cast<int>(
        std::ranges::count_if(seen, [&](const Seen &one) { return one.verb == verb && one.path == path; }));
}

FakeServer::Answer FakeServer::error(int status, const Error &fault)
{
    QJsonObject body{{"code"_L1, errorName(fault.code)}, {"message"_L1, fault.message}};
    if (!fault.details.isEmpty())
        body.insert("details"_L1, fault.details);
    if (fault.retryAfter)
        body.insert("retry_after"_L1, *fault.retryAfter);
    return {.status = status, .body = {{"error"_L1, body}}};
}

QJsonObject FakeServer::issueTokens(UserId user)
{
    const QString number = QString::number(++m_tokens);
    const Tokens tokens{
        .accessToken = "access-"_L1 + number, .refreshToken = "refresh-"_L1 + number, .expiresIn = 1800};
    m_access.insert(tokens.accessToken, user);
    m_refresh.insert(tokens.refreshToken, user);
    return tokens.toJson();
}

FakeServer::Answer FakeServer::answer(const QHttpServerRequest &request)
{
    Request read;
    read.verb = verbOf(request);
    read.length = request.headers().combinedValue("upload-length").toLongLong();
    read.bytes = request.body().size();
    const QByteArray authorization = request.headers().combinedValue("authorization");
    const QString path = request.url().path();
    seen.append({read.verb, path, request.url().query(), authorization});
    read.query = request.query();
    read.body = QJsonDocument::fromJson(request.body()).object();
    if (!path.startsWith("/api/v1/"_L1))
        return error(404, Error::notFound(u"Page"_s));
    read.path = path.sliced(8).split(u'/');
    if (read.path == QStringList{u"version"_s})
        return {.body = {{"name"_L1, "PlexiChat"_L1}, {"version"_L1, "a.1.1-1"_L1}}};
    if (read.path == QStringList{u"auth"_s, u"login"_s})
        return signIn(read.body);
    if (read.path == QStringList{u"auth"_s, u"mfa"_s, u"verify"_s})
        return finishSignIn(read.body);
    if (read.path == QStringList{u"auth"_s, u"mfa"_s, u"sms"_s, u"send"_s})
        return {.status = 202, .body = {{"phone_number"_L1, "+49•••12"_L1}}};
    if (read.path == QStringList{u"auth"_s, u"register"_s})
        return signUp(read.body);
    if (read.path == QStringList{u"auth"_s, u"refresh"_s})
        return refresh(read.body);
    const QString token = QString::fromLatin1(authorization.startsWith("Bearer ") ? authorization.sliced(7)
                                                                                  : QByteArray());
    if (!m_access.contains(token))
        return error(401, {.code = ErrorCode::InvalidToken, .message = u"no"_s});
    if (m_expired.contains(token))
        return error(401, {.code = ErrorCode::TokenExpired, .message = u"late"_s});
    read.user = m_access.value(token);
    return dispatch(read);
}

FakeServer::Answer FakeServer::dispatch(const Request &request)
{
    const QString &first = request.path.first();
    if (const auto picture = pictures.constFind(request.path.join(u'/')); picture != pictures.cend())
        return {.body = *picture};
    if (first == "auth"_L1)
        return account(request);
    if (first == "files"_L1)
        return files(request);
    if (first == "users"_L1)
        return users(request);
    if (first == "channels"_L1)
        return request.path.size() == 1 || request.path[1] == "direct"_L1 ? channels(request) : channel(request);
    if (first == "messages"_L1)
        return request.path.size() == 1 ? messages(request) : message(request);
    if (first == "sync"_L1)
        return {.body = world.sync(request.user, *SyncRequest::fromJson(request.body)).toJson()};
    return error(404, Error::notFound(u"Page"_s));
}

FakeServer::Answer FakeServer::users(const Request &request)
{
    if (request.path.value(1) == "me"_L1) {
        User &self = world.user(request.user);
        if (request.verb == "PUT" && request.body.contains("display_name"_L1))
            self.displayName = request.body.value("display_name"_L1).toString();
        User shown = self;
        shown.own = User::Private{};
        return {.body = shown.toJson()};
    }
    if (request.path.value(1) == "search"_L1) {
        QJsonArray found;
        for (const User &user : world.users()) {
            if (user.displayName.contains(request.query.queryItemValue(u"q"_s), Qt::CaseInsensitive))
                found.append(user.toJson());
        }
        return {.body = {{"users"_L1, found}}};
    }
    const auto id = UserId::fromString(request.path.value(1));
    if (!id || !world.users().contains(*id))
        return error(404, Error::notFound(u"User"_s));
    return {.body = world.user(*id).toJson()};
}

FakeServer::Answer FakeServer::channels(const Request &request)
{
    if (request.verb == "GET") {
        QJsonArray list;
        for (const FakeWorld::Room &room : std::as_const(world.rooms())) {
            if (!world.maySee(request.user, room.channel.id))
                continue;
            Channel shown = world.view(room.channel.id, request.user);
            if (favourites.value(request.user).contains(shown.id))
                shown.viewer->favoritePosition = 0;
            list.append(shown.toJson());
        }
        return {.body = {{"channels"_L1, list}, {"pagination"_L1, pageNumbers(1, 100, list.size())}}};
    }
    if (request.path.value(1) == "direct"_L1) {
        const auto other = UserId::fromString(request.body.value("user_ids"_L1).toArray().first().toString());
        const QSet<UserId> both{request.user, other.value_or(UserId())};
        for (const FakeWorld::Room &room : std::as_const(world.rooms())) {
            if (room.channel.type == ChannelType::Direct && room.members == both)
                return {.status = 200, .body = world.view(room.channel.id, request.user).toJson()};
        }
        return {.status = 201,
                .body = world.view(world.addChannel({}, ChannelType::Direct, both), request.user).toJson()};
    }
    const QString name = request.body.value("name"_L1).toString();
    if (name == "taken"_L1)
        return error(409, {.code = ErrorCode::Conflict, .message = u"taken"_s});
    const auto type = channelTypeFromName(request.body.value("type"_L1).toString()).value_or(ChannelType::Public);
    const ChannelId id = world.addChannel(name, type, {request.user}, request.user);
    world.room(id).channel.topic = request.body.value("topic"_L1).toString();
    return {.status = 201, .body = world.view(id, request.user).toJson()};
}

FakeServer::Answer FakeServer::channel(const Request &request)
{
    const auto id = ChannelId::fromString(request.path.value(1));
    if (!id || !world.maySee(request.user, *id))
        return error(404, Error::notFound(u"Channel"_s));
    const QString action = request.path.value(2);
    if (action == "join"_L1)
        world.join(request.user, *id);
    else if (action == "leave"_L1)
        world.leave(request.user, *id);
    else if (action == "read"_L1)
        world.markRead(request.user, *id, *MessageId::fromString(request.body.value("message_id"_L1).toString()));
    else if (action == "favorite"_L1 && request.verb == "PUT")
        favourites[request.user].insert(*id);
    else if (action == "favorite"_L1)
        favourites[request.user].remove(*id);
    if (action == "leave"_L1 || (action == "favorite"_L1 && request.verb == "DELETE"))
        return {.status = 204};
    if (action == "pins"_L1)
        return {.body = world.pins(*id).toJson("pins"_L1)};
    if (action == "members"_L1) {
        QJsonArray list;
        for (const UserId member : std::as_const(world.room(*id).members))
            list.append(world.user(member).toJson());
        return {.body = {{"members"_L1, list}, {"pagination"_L1, pageNumbers(1, 100, list.size())}}};
    }
    return {.body = world.view(*id, request.user).toJson()};
}

FakeServer::Answer FakeServer::message(const Request &request)
{
    const auto id = MessageId::fromString(request.path[1]);
    for (const FakeWorld::Room &room : std::as_const(world.rooms())) {
        if (id && room.messages.contains(*id))
            return change(request, room.channel.id, *id);
    }
    return error(404, Error::notFound(u"Message"_s));
}

FakeServer::Answer FakeServer::change(const Request &request, ChannelId channel, MessageId id)
{
    const FakeWorld::Room &room = world.room(channel);
    const QString part = request.path.value(2);
    const bool isAdded = request.verb == "PUT";
    if (part == "thread"_L1)
        return {.body = world.thread(channel, id).toJson("thread"_L1)};
    if (part == "reactions"_L1) {
        const QString emoji = request.path.value(3);
        const Message known = room.messages.value(id);
        const auto reaction = std::ranges::find(known.reactions, emoji, &Reaction::emoji);
        const bool isThere = reaction != known.reactions.end() && reaction->userIds.contains(request.user);
        if (isThere != isAdded)
            world.react(channel, id, request.user, emoji);
    } else if (part == "pin"_L1) {
        world.pin(channel, id, request.user, isAdded);
    } else if (request.verb != "GET") {
        if (room.messages.value(id).userId != request.user)
            return error(403, Error::forbidden(u"Not yours"_s));
        if (request.verb == "DELETE")
            world.remove(channel, id);
        else
            world.edit(channel, id, request.body.value("content"_L1).toString());
    }
    if (request.verb == "DELETE")
        return {.status = 204};
    return {.body = room.messages.value(id).toJson()};
}

FakeServer::Answer FakeServer::messages(const Request &request)
{
    const QString name = request.verb == "GET" ? request.query.queryItemValue(u"channel_id"_s)
                                               : request.body.value("channel_id"_L1).toString();
    const auto channel = ChannelId::fromString(name);
    if (!channel || !world.maySee(request.user, *channel))
        return error(404, Error::notFound(u"Channel"_s));
    if (request.verb == "POST") {
        if (refusal)
            return error(refusalStatus, *refusal);
        const Message made = world.post(request.user, *channel, request.body.value("content"_L1).toString(),
                                        request.body.value("client_message_id"_L1).toString(),
                                        MessageId::fromString(request.body.value("thread_id"_L1).toString()),
                                        MessageId::fromString(request.body.value("reply_to"_L1).toString()));
        if (answersToLose > 0) {
            --answersToLose;
            return error(503, {.code = ErrorCode::ServiceUnavailable, .message = u"lost"_s});
        }
        return {.status = 201, .body = made.toJson()};
    }
    const int limit = request.query.queryItemValue(u"limit"_s).toInt();
    if (request.query.hasQueryItem(u"after_seq"_s))
        return {
            .body = world.changes(*channel, request.query.queryItemValue(u"after_seq"_s).toLongLong(), limit).toJson()};
    return {.body = world
                        .page(*channel, MessageId::fromString(request.query.queryItemValue(u"before"_s)),
                              MessageId::fromString(request.query.queryItemValue(u"after"_s)), limit)
                        .toJson()};
}

void FakeServer::onSocket()
{
    Socket known{.socket = m_http->nextPendingWebSocketConnection(), .user = m_nextSocketUser, .channels = {}};
    if (!known.socket)
        return;
    QWebSocket *socket = known.socket.get();
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString &text) { onFrame(socket, text); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        std::erase_if(m_sockets, [socket](Socket &one) {
            if (one.socket.get() != socket)
                return false;
            one.socket.release()->deleteLater();
            return true;
        });
    });
    const User user = world.user(known.user);
    m_sockets.push_back(std::move(known));
    send(socket, ReadyFrame{user, SessionId(1)});
}

void FakeServer::send(QWebSocket *socket, const Event &event)
{
    socket->sendTextMessage(QString::fromUtf8(encodeFrame(event)));
}

void FakeServer::onFrame(QWebSocket *socket, const QString &text)
{
    const auto frame = decodeClientFrame(text.toUtf8());
    if (!frame)
        return;
    frames.append(frame->request);
    const auto known = std::ranges::find_if(m_sockets,
                                            [socket](const Socket &one) { return one.socket.get() == socket; });
    if (known == m_sockets.end())
        return;
    if (std::holds_alternative<PingRequest>(frame->request) && !ignorePings)
        send(socket, PongFrame{});
    if (const auto *typing = std::get_if<TypingRequest>(&frame->request)) {
        const ChannelId channel = ChannelId::fromString(typing->channel).value_or(ChannelId());
        for (const Socket &other : m_sockets) {
            if (other.channels.contains(channel) && other.user != known->user)
                send(other.socket.get(), TypingChanged{channel, known->user, typing->isTyping});
        }
    }
    const auto *subscribe = std::get_if<SubscribeRequest>(&frame->request);
    if (!subscribe)
        return;
    SubscribedFrame answer;
    for (const QString &name : subscribe->channels) {
        const auto id = ChannelId::fromString(name);
        if (!id || !world.maySee(known->user, *id)) {
            answer.denied.append(name);
            continue;
        }
        known->channels.insert(*id);
        answer.channels.append({*id, world.room(*id).channel.seq});
    }
    send(socket, answer);
}

} // namespace plexi::test
