// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/services/audit_service.h"
#include "server/store/database.h"
#include "server/store/retention_store.h"
#include "shared/protocol/channel.h"

#include <QCoro/QCoroTask>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <memory>

namespace plexi::services {

/**
 * Removes messages that have become too old, channel by channel: those outside threads, from the oldest on, each with the
 * thread that it begins. First the channel says how far its messages are gone, under its next seq; then they go in small
 * steps that let other writes through. What a stop of the server cuts short goes on at the next start. Thread-safe.
 */
class RetentionService
{
public:
    struct Options {
        /** For channels without days of their own; 0: messages stay for ever. */
        qint64 defaultDays = 0;
        /** Messages removed in one transaction: a few milliseconds, in which others wait for the writer. */
        qint64 step = 200;
        /** Milliseconds between two of those, and between two looks at all channels. */
        int pause = 20;
        int interval = 3'600'000;
        /** What time it is; for tests. */
        std::function<Timestamp()> clock = Timestamp::now;
    };

    /** Not owned; they outlive the service. */
    RetentionService(store::Database &database, realtime::EventPublisher &publisher, const AuditService &audit,
                     Options options);
    /** Stops. */
    ~RetentionService();
    Q_DISABLE_COPY_MOVE(RetentionService)

    /** Begins to look at all channels, now and again and again, on a thread of its own. */
    void start();
    /** Waits for the step that is being taken. */
    void stop();

    /**
     * Sets how long messages stay: nothing: as the server has it for all; 0: for ever. Its owner or an admin. What is too
     * old by that goes at once.
     */
    QCoro::Task<Result<protocol::Channel>> setDays(security::Principal caller, QString channel,
                                                   protocol::RetentionChange change);

    /** One look at all channels; blocks until everything is gone that is too old, or stop() was called. */
    Result<> run();

private:
    Result<protocol::Channel> applyDays(store::WriteTransaction &transaction, const security::Principal &caller,
                                        const QString &channel, std::optional<qint64> days);
    Result<> runFor(store::retention::Policy policy);
    Result<MessageId> newestOld(const store::retention::Policy &policy);
    Result<> announce(ChannelId channel, MessageId through);
    /** Tells who may see the channel what it is like now. */
    Result<> publish(store::WriteTransaction &transaction, ChannelId channel);
    /** False once stop() was called. Ends early for wake(). */
    bool rest(int milliseconds, bool mayBeWoken);
    void wake();

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
    const AuditService &m_audit;
    const Options m_options;
    QMutex m_mutex;
    QWaitCondition m_condition;
    bool m_isStopping = false;
    bool m_isWoken = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace plexi::services
