// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/hub.h"

#include "server/realtime/hub_loop.h"

namespace plexi::realtime {

Hub::Hub(HubOptions options) : m_options(std::move(options)) { }

Hub::~Hub()
{
    Q_ASSERT(m_loops.isEmpty());
}

void Hub::serve(RequestHandler &requests, security::Authenticator &authenticator)
{
    m_requests = &requests;
    m_authenticator = &authenticator;
}

void Hub::publish(Publication publication)
{
    broadcast(Deliver{std::make_shared<SharedFrame>(std::move(publication.event)), std::move(publication.audience)});
}

void Hub::revokeSubscription(ChannelId channel, UserId user)
{
    broadcast(EndSubscription{channel, user});
}

void Hub::revokeChannel(ChannelId channel)
{
    broadcast(EndChannel{channel});
}

void Hub::endSession(SessionId session)
{
    broadcast(EndSession{session});
}

void Hub::endApiKey(ApiKeyId key)
{
    broadcast(EndApiKey{key});
}

void Hub::endUser(UserId user)
{
    broadcast(EndUser{user});
}

protocol::PresenceStatus Hub::status(UserId user) const
{
    return m_presence.status(user);
}

std::optional<Timestamp> Hub::lastSeen(UserId user) const
{
    return m_presence.current(user).lastSeen;
}

void Hub::broadcast(Command command)
{
    const std::lock_guard lock(m_order);
    enqueue(std::move(command));
}

void Hub::enqueue(Command command)
{
    if (m_loops.isEmpty())
        return;
    const auto shared = std::make_shared<const Command>(std::move(command));
    for (const auto &loop : std::as_const(m_loops))
        loop->enqueue(shared);
}

void Hub::announcePresence(UserId user)
{
    // Read before the lock, which publishers wait for.
    QList<UserId> peers = m_requests->presencePeers(user);
    peers.removeAll(user);
    const std::lock_guard lock(m_order);
    // Taken and queued under one lock: what is queued last is what is true.
    if (const auto change = m_presence.takeUnannounced(user))
        enqueue(DeliverPresence{std::make_shared<SharedFrame>(*change), user, std::move(peers)});
}

std::shared_ptr<HubLoop> Hub::find(net::Loop &loop)
{
    const std::lock_guard lock(m_order);
    return m_loops.value(&loop);
}

void Hub::upgrade(net::Loop &loop, QTcpSocket *socket, net::RequestHead head)
{
    auto part = find(loop);
    if (!part) {
        part = std::make_shared<HubLoop>(*this, loop);
        const std::lock_guard lock(m_order);
        m_loops.insert(&loop, part);
    }
    part->upgrade(socket, head);
}

void Hub::goingAway(net::Loop &loop)
{
    if (const auto part = find(loop))
        part->goingAway();
}

void Hub::release(net::Loop &loop)
{
    std::shared_ptr<HubLoop> part;
    {
        const std::lock_guard lock(m_order);
        part = m_loops.take(&loop);
    }
    // Destroyed here, on its thread.
}

} // namespace plexi::realtime
