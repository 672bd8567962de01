// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/request_head.h"
#include "server/realtime/deadline_queue.h"
#include "server/realtime/frame_handler.h"
#include "server/realtime/frame_joiner.h"
#include "server/realtime/handshaker.h"
#include "server/realtime/hub_command.h"
#include "server/realtime/hub_options.h"
#include "server/realtime/subscriber_index.h"
#include "server/realtime/typing_board.h"

#include <QTimer>

#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace plexi::net {
class Loop;
}

namespace plexi::realtime {

class Hub;

/**
 * The hub's part on one loop: that loop's sockets and who gets what. Made, used and destroyed on the loop's thread, but
 * for enqueue(). What a turn of the loop has for a socket is gathered and written at once.
 */
class HubLoop : public std::enable_shared_from_this<HubLoop>
{
public:
    /** Both outlive it. */
    HubLoop(Hub &hub, net::Loop &loop);
    ~HubLoop();
    Q_DISABLE_COPY_MOVE(HubLoop)

    /** Thread-safe; many commands cost the loop one wake-up. The hub calls it in one order for all loops. */
    void enqueue(CommandPointer command);

    void upgrade(QTcpSocket *socket, const net::RequestHead &head);
    /** Closes every socket with 1001, and those that still come. */
    void goingAway();

    // For this loop's connections.

    Hub &hub() { return m_hub; }
    const HubOptions &options() const;
    DeadlineQueue &deadlines() { return m_deadlines; }
    SubscriberIndex &index() { return m_index; }
    TypingBoard &typing() { return m_typing; }
    FrameHandler &frames() { return m_frames; }

    /** Carries out what has been published up to now; writes nothing yet. */
    void applyInbox();
    FrameJoiner &joiner() { return m_joiner; }
    /** The socket has @p bytes to write in all; @p isFirst: it had none before. */
    void mustFlush(SocketConnection &socket, qsizetype bytes, bool isFirst);
    void signedIn(SocketConnection &socket);
    /** It was ready and is no longer. */
    void left(SocketConnection &socket);
    /** Its connection is gone: the object may be destroyed when its callers have returned. */
    void gone(SocketConnection &socket);

private:
    using Connection = std::shared_ptr<SocketConnection>;
    /** Sockets are looked at for silence in turns, so that no tick has to visit all. */
    static constexpr std::size_t kTurns = 5;
    using Turn = std::unordered_map<quint64, Connection>;

    void drain();
    void flush();
    void apply(const Command &command);
    void deliver(const Deliver &command);
    void deliverPresence(const DeliverPresence &command);
    void endSubscription(const EndSubscription &command);
    void shutOut(const SubscriberIndex::Sockets &sockets, QStringView why);

    void accept(QWebSocket *socket, QTcpSocket *tcp, const std::optional<security::Credential> &credential);
    void lapse(UserId user, quint64 ticket);
    void pulse();
    std::vector<Connection> connections() const;

    Hub &m_hub;
    net::Loop &m_loop;

    std::mutex m_mutex;
    std::vector<CommandPointer> m_inbox;
    bool m_isDrainPosted = false;

    // Destroyed in reverse: connections first, which the others serve.
    DeadlineQueue m_deadlines;
    SubscriberIndex m_index;
    TypingBoard m_typing;
    FrameHandler m_frames;
    Handshaker m_handshaker;
    QTimer m_pulse;
    std::size_t m_pulses = 0;
    QHash<UserId, quint64> m_leaving;
    std::vector<Connection> m_dirty;
    FrameJoiner m_joiner;
    /** Some socket has as much to write as should go out at once. */
    bool m_isFull = false;
    bool m_isFlushPosted = false;
    bool m_isStopping = false;
    quint64 m_lastDelivery = 0;
    std::array<Turn, kTurns> m_turns;
};

} // namespace plexi::realtime
