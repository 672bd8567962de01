// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/frame_handler.h"

#include "server/realtime/hub.h"
#include "server/realtime/hub_loop.h"
#include "server/realtime/socket_connection.h"
#include "shared/core/overloaded.h"

using namespace Qt::StringLiterals;

namespace plexi::realtime {

using namespace protocol;

namespace {

QStringList names(const QList<ChannelId> &channels)
{
    QStringList texts;
    texts.reserve(channels.size());
    for (const ChannelId channel : channels)
        texts.append(channel.toString());
    return texts;
}

} // namespace

void FrameHandler::handle(SocketConnection &socket, const ClientFrame &frame)
{
    const QJsonValue &id = frame.id;
    std::visit(Overloaded{
                   [&](const AuthRequest &) {
                       socket.refuse({.code = ErrorCode::Conflict, .message = u"This socket is signed in already"_s},
                                     id);
                   },
                   [&](const SubscribeRequest &request) { subscribe(socket, request.channels, id); },
                   [&](const UnsubscribeRequest &request) { unsubscribe(socket, request.channels, id); },
                   [](const SendMessageRequest &) { Q_UNREACHABLE(); },
                   [&](const TypingRequest &request) { type(socket, request, id); },
                   [&](const PresenceRequest &request) { setPresence(socket, request.status, id); },
                   [&](const WatchPresenceRequest &request) { watchPresence(socket, request.userIds, id); },
                   [&](const PingRequest &) { socket.reply(PongFrame{}, id); },
               },
               frame.request);
}

void FrameHandler::subscribe(SocketConnection &socket, const QStringList &channels, const QJsonValue &id)
{
    // A revocation that was published before the snapshot below must not end what the snapshot allows again. One that
    // is published after it comes through the inbox after us.
    m_loop.applyInbox();
    if (!socket.isReady())
        return;
    const auto readable = m_loop.hub().requests().readableChannels(socket.principal(), channels);
    if (!readable) {
        socket.refuse(readable.error(), id);
        return;
    }
    QSet<ChannelId> added;
    for (const auto &[channel, seq] : readable->channels) {
        if (!m_loop.index().isSubscribed(socket, channel))
            added.insert(channel);
    }
    const int limit = m_loop.options().maxSubscriptions;
    if (socket.subscriptions().channels.size() + added.size() > limit) {
        socket.refuse(Error::validation(u"channels"_s, u"At most %1 subscriptions for one socket"_s.arg(limit)), id);
        return;
    }
    for (const ChannelId channel : std::as_const(added))
        m_loop.index().subscribe(socket, channel);
    socket.reply(*readable, id);
}

void FrameHandler::unsubscribe(SocketConnection &socket, const QStringList &channels, const QJsonValue &id)
{
    RequestHandler &requests = m_loop.hub().requests();
    QStringList slugs;
    for (const QString &name : channels) {
        if (const auto channel = ChannelId::fromString(name))
            m_loop.index().unsubscribe(socket, *channel);
        else
            slugs.append(name);
    }
    if (!slugs.isEmpty()) {
        const auto named = requests.readableChannels(socket.principal(), slugs);
        if (!named) {
            socket.refuse(named.error(), id);
            return;
        }
        for (const auto &[channel, seq] : named->channels)
            m_loop.index().unsubscribe(socket, channel);
    }
    SubscribedFrame remaining;
    if (!socket.subscriptions().channels.isEmpty()) {
        const auto known = requests.readableChannels(socket.principal(), names(socket.subscriptions().channels));
        if (!known) {
            socket.refuse(known.error(), id);
            return;
        }
        remaining.channels = known->channels;
    }
    socket.reply(remaining, id);
}

void FrameHandler::type(SocketConnection &socket, const TypingRequest &request, const QJsonValue &id)
{
    if (!socket.principal().mayWrite) {
        socket.refuse(Error::forbidden(u"This API key may only read"_s), id);
        return;
    }
    const auto channel = m_loop.hub().requests().writableChannel(socket.principal(), request.channel);
    if (!channel)
        socket.refuse(channel.error(), id);
    else if (request.isTyping)
        m_loop.typing().start(*channel, socket.principal().userId, socket.number());
    else
        m_loop.typing().stop(*channel, socket.principal().userId);
}

void FrameHandler::setPresence(SocketConnection &socket, PresenceStatus status, const QJsonValue &id)
{
    if (!socket.principal().mayWrite) {
        socket.refuse(Error::forbidden(u"This API key may only read"_s), id);
        return;
    }
    const UserId user = socket.principal().userId;
    m_loop.hub().presence().change(user, socket.presence(), status);
    socket.setPresence(status);
    m_loop.hub().announcePresence(user);
}

void FrameHandler::watchPresence(SocketConnection &socket, const QList<UserId> &users, const QJsonValue &id)
{
    m_loop.index().watch(socket, users);
    for (const UserId user : users) {
        protocol::PresenceChanged seen = m_loop.hub().presence().current(user);
        if (!seen.lastSeen)
            seen.lastSeen = m_loop.hub().requests().storedLastSeen(user);
        socket.reply(seen, id);
    }
}

} // namespace plexi::realtime
