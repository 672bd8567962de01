// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/subscriber_index.h"

#include "server/realtime/socket_connection.h"

namespace plexi::realtime {

void SubscriberIndex::add(SocketConnection &socket)
{
    const security::Principal &principal = socket.principal();
    m_all.insert(&socket);
    m_byUser[principal.userId].insert(&socket);
    if (principal.sessionId)
        m_bySession[*principal.sessionId].insert(&socket);
    if (principal.apiKeyId)
        m_byApiKey[*principal.apiKeyId].insert(&socket);
}

void SubscriberIndex::remove(SocketConnection &socket)
{
    const security::Principal &principal = socket.principal();
    m_all.remove(&socket);
    erase(m_byUser, principal.userId, socket);
    if (principal.sessionId)
        erase(m_bySession, *principal.sessionId, socket);
    if (principal.apiKeyId)
        erase(m_byApiKey, *principal.apiKeyId, socket);
    for (const ChannelId channel : std::exchange(socket.subscriptions().channels, {}))
        erase(m_byChannel, channel, socket);
    watch(socket, {});
}

bool SubscriberIndex::isSubscribed(SocketConnection &socket, ChannelId channel) const
{
    return ofChannel(channel).contains(&socket);
}

void SubscriberIndex::subscribe(SocketConnection &socket, ChannelId channel)
{
    Sockets &sockets = m_byChannel[channel];
    if (sockets.contains(&socket))
        return;
    sockets.insert(&socket);
    socket.subscriptions().channels.append(channel);
}

void SubscriberIndex::unsubscribe(SocketConnection &socket, ChannelId channel)
{
    if (socket.subscriptions().channels.removeOne(channel))
        erase(m_byChannel, channel, socket);
}

void SubscriberIndex::endChannel(ChannelId channel)
{
    for (SocketConnection *socket : m_byChannel.take(channel))
        socket->subscriptions().channels.removeOne(channel);
}

void SubscriberIndex::watch(SocketConnection &socket, const QList<UserId> &users)
{
    for (const UserId user : std::exchange(socket.subscriptions().watched, users))
        erase(m_watchers, user, socket);
    for (const UserId user : users)
        m_watchers[user].insert(&socket);
}

} // namespace plexi::realtime
