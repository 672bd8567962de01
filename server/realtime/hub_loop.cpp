// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/hub_loop.h"

#include "server/net/loop.h"
#include "server/realtime/hub.h"
#include "server/realtime/socket_connection.h"
#include "server/realtime/upgrade_credential.h"
#include "shared/core/overloaded.h"

using namespace Qt::StringLiterals;

namespace plexi::realtime {

namespace {

/** What may gather for all sockets of a loop before it is written, so that a burst cannot take all memory. */
constexpr qsizetype kMaxGatheredBytes = 8 << 20;

/** What may gather for one socket: well below what counts as reading too slowly, however much comes in one turn. */
constexpr qsizetype kMaxJoinedBytes = 256 << 10;

/** checkAlive() is called this often in one ping interval. */
constexpr std::size_t kChecksPerPing = 4;

} // namespace

HubLoop::HubLoop(Hub &hub, net::Loop &loop)
    : m_hub(hub), m_loop(loop),
      m_typing(m_deadlines, hub.options(),
               [this](const TypingBoard::Change &change) {
                   m_hub.broadcast(Deliver{std::make_shared<SharedFrame>(
                                               protocol::TypingChanged{change.channel, change.user, change.isTyping}),
                                           ChannelAudience{change.channel}, change.socket});
               }),
      m_frames(*this),
      m_handshaker(m_deadlines,
                   [this](QWebSocket *socket, QTcpSocket *tcp, const std::optional<security::Credential> &credential) {
                       accept(socket, tcp, credential);
                   })
{
    m_pulse.setInterval(hub.options().pingInterval / static_cast<int>(kChecksPerPing * kTurns));
    QObject::connect(&m_pulse, &QTimer::timeout, &m_pulse, [this] { pulse(); });
}

HubLoop::~HubLoop() = default;

const HubOptions &HubLoop::options() const
{
    return m_hub.options();
}

void HubLoop::enqueue(CommandPointer command)
{
    const std::lock_guard lock(m_mutex);
    m_inbox.push_back(std::move(command));
    if (std::exchange(m_isDrainPosted, true))
        return;
    m_loop.post([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->drain();
    });
}

void HubLoop::drain()
{
    applyInbox();
    flush();
}

void HubLoop::applyInbox()
{
    std::vector<CommandPointer> commands;
    {
        const std::lock_guard lock(m_mutex);
        commands.swap(m_inbox);
        m_isDrainPosted = false;
    }
    for (const CommandPointer &command : commands)
        apply(*command);
}

void HubLoop::apply(const Command &command)
{
    std::visit(Overloaded{
                   [this](const Deliver &c) { deliver(c); },
                   [this](const DeliverPresence &c) { deliverPresence(c); },
                   [this](const EndSubscription &c) { endSubscription(c); },
                   [this](const EndChannel &c) {
                       m_index.endChannel(c.channel);
                       m_typing.stopChannel(c.channel);
                   },
                   [this](const EndSession &c) { shutOut(m_index.ofSession(c.session), u"This session has ended"); },
                   [this](const EndApiKey &c) { shutOut(m_index.ofApiKey(c.key), u"This API key has ended"); },
                   [this](const EndUser &c) { shutOut(m_index.ofUser(c.user), u"This account has been signed out"); },
               },
               command);
    if (m_isFull || m_joiner.madeBytes() > kMaxGatheredBytes)
        flush();
}

void HubLoop::deliver(const Deliver &command)
{
    const quint64 delivery = ++m_lastDelivery;
    const auto toAll = [&](const SubscriberIndex::Sockets &sockets) {
        for (SocketConnection *socket : sockets) {
            if (socket->number() != command.exceptSocket)
                socket->deliver(delivery, command.frame->bytes());
        }
    };
    std::visit(Overloaded{
                   [&](const ChannelAudience &audience) {
                       toAll(m_index.ofChannel(audience.channelId));
                       for (const UserId user : audience.people)
                           toAll(m_index.ofUser(user));
                   },
                   [&](const PeopleAudience &audience) {
                       for (const UserId user : audience.userIds)
                           toAll(m_index.ofUser(user));
                   },
                   [&](const EveryoneAudience &) { toAll(m_index.all()); },
               },
               command.audience);
}

void HubLoop::deliverPresence(const DeliverPresence &command)
{
    const quint64 delivery = ++m_lastDelivery;
    for (const UserId peer : command.peers) {
        for (SocketConnection *socket : m_index.ofUser(peer))
            socket->deliver(delivery, command.frame->bytes());
    }
    for (SocketConnection *socket : m_index.watchersOf(command.user))
        socket->deliver(delivery, command.frame->bytes());
}

void HubLoop::endSubscription(const EndSubscription &command)
{
    for (SocketConnection *socket : m_index.ofUser(command.user))
        m_index.unsubscribe(*socket, command.channel);
    m_typing.stop(command.channel, command.user);
}

void HubLoop::shutOut(const SubscriberIndex::Sockets &sockets, QStringView why)
{
    std::vector<Connection> leaving;
    for (SocketConnection *socket : sockets)
        leaving.push_back(socket->shared_from_this());
    for (const Connection &connection : leaving)
        connection->shutOut({.code = ErrorCode::InvalidToken, .message = why.toString()});
}

void HubLoop::mustFlush(SocketConnection &socket, qsizetype bytes, bool isFirst)
{
    m_isFull |= bytes > kMaxJoinedBytes;
    if (!isFirst)
        return;
    m_dirty.push_back(socket.shared_from_this());
    if (std::exchange(m_isFlushPosted, true))
        return;
    m_loop.post([weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->flush();
    });
}

void HubLoop::flush()
{
    m_isFlushPosted = false;
    m_isFull = false;
    m_joiner.clear();
    for (const Connection &connection : std::exchange(m_dirty, {}))
        connection->flush();
}

void HubLoop::upgrade(QTcpSocket *socket, const net::RequestHead &head)
{
    m_handshaker.begin(socket, upgradeCredential(head, options().originPolicy));
}

void HubLoop::accept(QWebSocket *socket, QTcpSocket *tcp, const std::optional<security::Credential> &credential)
{
    const quint64 number = m_hub.nextSocketNumber();
    const auto connection = std::make_shared<SocketConnection>(*this, number, socket, tcp);
    m_turns[number % kTurns].emplace(number, connection);
    if (!m_pulse.isActive())
        m_pulse.start();
    m_hub.countConnections(1);
    connection->start(m_isStopping ? std::nullopt : credential);
    if (m_isStopping)
        connection->close(CloseCode::GoingAway, "the server is stopping");
}

void HubLoop::signedIn(SocketConnection &socket)
{
    const UserId user = socket.principal().userId;
    m_index.add(socket);
    m_leaving.remove(user);
    socket.setPresence(m_hub.presence().enter(user));
    m_hub.announcePresence(user);
}

void HubLoop::left(SocketConnection &socket)
{
    const UserId user = socket.principal().userId;
    m_index.remove(socket);
    m_typing.stopSocket(socket.number());
    const auto ticket = m_hub.presence().leave(user, socket.presence(), Timestamp::now());
    if (!ticket)
        return;
    if (m_isStopping) {
        lapse(user, *ticket);
        return;
    }
    m_leaving.insert(user, *ticket);
    m_deadlines.after(options().offlineDelay, [this, user, ticket = *ticket] { lapse(user, ticket); });
}

void HubLoop::lapse(UserId user, quint64 ticket)
{
    if (m_leaving.value(user) == ticket)
        m_leaving.remove(user);
    const auto lastSeen = m_hub.presence().lapse(user, ticket);
    if (!lastSeen)
        return;
    m_hub.requests().storeLastSeen(user, *lastSeen);
    m_hub.announcePresence(user);
}

void HubLoop::gone(SocketConnection &socket)
{
    m_turns[socket.number() % kTurns].erase(socket.number());
    m_hub.countConnections(-1);
    if (std::ranges::all_of(m_turns, &Turn::empty))
        m_pulse.stop();
}

void HubLoop::pulse()
{
    const std::size_t pulse = m_pulses++;
    const bool sendPing = (pulse / kTurns) % kChecksPerPing == 0;
    std::vector<Connection> turn;
    for (const auto &[number, connection] : m_turns[pulse % kTurns])
        turn.push_back(connection);
    for (const Connection &connection : turn)
        connection->checkAlive(sendPing);
}

void HubLoop::goingAway()
{
    m_isStopping = true;
    applyInbox();
    for (const Connection &connection : connections())
        connection->close(CloseCode::GoingAway, "the server is stopping");
    for (const auto &[user, ticket] : std::exchange(m_leaving, {}).asKeyValueRange())
        lapse(user, ticket);
}

std::vector<HubLoop::Connection> HubLoop::connections() const
{
    std::vector<Connection> all;
    for (const Turn &turn : m_turns) {
        for (const auto &[number, connection] : turn)
            all.push_back(connection);
    }
    return all;
}

} // namespace plexi::realtime
