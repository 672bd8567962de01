// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/loop.h"
#include "server/realtime/hub.h"

#include <QHash>
#include <QTcpServer>
#include <QUrl>

#include <coroutine>
#include <memory>
#include <mutex>
#include <vector>

/** What stands around the hub in its tests: people, channels, credentials, and loops that take connections. */
namespace plexi::test {

inline constexpr UserId kAnna{1};
inline constexpr UserId kBoris{2};
inline constexpr UserId kCarla{3};
/** When she was there before the server started, in milliseconds. */
inline constexpr qint64 kCarlasLastSeen = 1'700'000'000'123;
inline constexpr ChannelId kGeneral{10};
inline constexpr ChannelId kPrivate{11};

/** The message that tests publish: its number is id, seq and content. */
protocol::Message testMessage(ChannelId channel, qint64 number, UserId sender = kAnna);
realtime::Publication messagePublication(ChannelId channel, qint64 number);

/** Credentials are "session N of user U" style tokens made by the functions below. Thread-safe: it has no state. */
class FakeAuthenticator : public security::Authenticator
{
public:
    static QString sessionToken(UserId user, qint64 session);
    static QString apiKey(UserId user, qint64 key, bool mayWrite = true);
    static QString expiredToken();
    /** An API key that works for @p ms from now on. */
    static QString expiringKey(UserId user, qint64 key, qint64 ms);

    Result<security::Principal> authenticate(const security::Credential &credential) override;
    Result<> requireRecentProof(const security::Principal & /*caller*/) override { return {}; }
};

/** Coroutines wait at it until it is opened, each to be resumed on its own thread. Thread-safe. */
class Gate
{
public:
    void open();

    bool await_ready();
    bool await_suspend(std::coroutine_handle<> waiting);
    void await_resume() { }

private:
    std::mutex m_mutex;
    bool m_isOpen = false;
    std::vector<std::pair<QObject *, std::coroutine_handle<>>> m_waiting;
};

/** Services in memory. Everybody reads and writes kGeneral; kPrivate is for those who were let in. */
class FakeRequests : public realtime::RequestHandler
{
public:
    void letIn(UserId user);
    void shutOut(UserId user);
    void setPeers(UserId user, QList<UserId> peers);
    /** Stored messages wait until release(). */
    void hold();
    void release();

    QStringList sentContents() const;
    QList<UserId> lastSeenOf() const;

    Result<protocol::User> ownProfile(security::Principal caller) override;
    Result<protocol::SubscribedFrame> readableChannels(security::Principal caller, QStringList channels) override;
    Result<ChannelId> writableChannel(security::Principal caller, QString channel) override;
    QCoro::Task<Result<protocol::Message>> sendMessage(security::Principal caller,
                                                       protocol::NewMessage message) override;
    QList<UserId> presencePeers(UserId user) override;
    std::optional<Timestamp> storedLastSeen(UserId user) override;
    void storeLastSeen(UserId user, Timestamp moment) override;

private:
    std::optional<ChannelId> resolve(const QString &name, UserId user) const;

    mutable std::mutex m_mutex;
    QSet<UserId> m_insiders;
    QHash<UserId, QList<UserId>> m_peers;
    QStringList m_sent;
    QList<UserId> m_lastSeen;
    std::shared_ptr<Gate> m_gate;
};

/** The contract's times, shortened where waiting for them would be all that a test does. */
realtime::HubOptions quickOptions();

/** Takes TCP connections, reads their request's head and hands them to the hub on one loop after the other. */
class FakeServer : public QTcpServer
{
public:
    explicit FakeServer(realtime::HubOptions options = quickOptions(), int loops = 2);
    ~FakeServer() override;

    QUrl url() const;
    QUrl url(const QString &token) const;
    /** Says goodbye and waits until every WebSocket is gone. */
    bool goAway();

    FakeRequests requests;
    FakeAuthenticator authenticator;
    realtime::Hub hub;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void receiveHead(net::Loop &loop, QTcpSocket *socket);

    std::vector<std::unique_ptr<net::Loop>> m_loops;
    std::size_t m_next = 0;
};

} // namespace plexi::test
