// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/upgrade_handler.h"
#include "server/realtime/event_publisher.h"
#include "server/realtime/hub_command.h"
#include "server/realtime/hub_options.h"
#include "server/realtime/presence_book.h"
#include "server/realtime/request_handler.h"
#include "server/security/principal.h"

#include <QHash>

#include <atomic>
#include <memory>
#include <mutex>

namespace plexi::realtime {

class HubLoop;

/**
 * Brings events to everybody who is connected, and answers their frames (contract, section 6). One for the server; its
 * work is done by a HubLoop on each loop, which comes into being with that loop's first WebSocket.
 *
 * Order: a publication is handed to all loops under one lock, so that each of them, and so each socket, sees the same
 * order. Encoding is left to the loops (SharedFrame), so that publishing is short.
 */
class Hub final : public EventPublisher, public PresenceDirectory, public net::UpgradeHandler
{
public:
    explicit Hub(HubOptions options = {});
    /** After release() of every loop that got an upgrade(). */
    ~Hub() override;
    Q_DISABLE_COPY_MOVE(Hub)

    /** Once, before the first upgrade(). Both outlive every loop's work. */
    void serve(RequestHandler &requests, security::Authenticator &authenticator);

    // EventPublisher and PresenceDirectory: from any thread.
    void publish(Publication publication) override;
    void revokeSubscription(ChannelId channel, UserId user) override;
    void revokeChannel(ChannelId channel) override;
    void endSession(SessionId session) override;
    void endApiKey(ApiKeyId key) override;
    void endUser(UserId user) override;
    protocol::PresenceStatus status(UserId user) const override;
    std::optional<Timestamp> lastSeen(UserId user) const override;

    // UpgradeHandler: on the loop's thread.
    void upgrade(net::Loop &loop, QTcpSocket *socket, net::RequestHead head) override;
    void goingAway(net::Loop &loop) override;
    void release(net::Loop &loop) override;

    /** WebSockets that stand at this moment. From any thread; 0 after goingAway() says that all are closed. */
    qsizetype connectionCount() const { return m_connections.load(std::memory_order_relaxed); }

    // For its loops, on their threads.

    const HubOptions &options() const { return m_options; }
    RequestHandler &requests() { return *m_requests; }
    security::Authenticator &authenticator() { return *m_authenticator; }
    PresenceBook &presence() { return m_presence; }
    void broadcast(Command command);
    /** Tells whom it concerns of the person's present status, unless they know it already. */
    void announcePresence(UserId user);
    quint64 nextSocketNumber() { return m_lastSocket.fetch_add(1, std::memory_order_relaxed) + 1; }
    void countConnections(qsizetype change) { m_connections.fetch_add(change, std::memory_order_relaxed); }

private:
    /** m_order is held. */
    void enqueue(Command command);
    std::shared_ptr<HubLoop> find(net::Loop &loop);

    const HubOptions m_options;
    RequestHandler *m_requests = nullptr;
    security::Authenticator *m_authenticator = nullptr;
    PresenceBook m_presence;
    std::atomic<quint64> m_lastSocket = 0;
    std::atomic<qsizetype> m_connections = 0;

    std::mutex m_order;
    QHash<net::Loop *, std::shared_ptr<HubLoop>> m_loops;
};

} // namespace plexi::realtime
