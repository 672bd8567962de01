// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/store/database.h"
#include "shared/protocol/webhook.h"

#include <QHash>

#include <functional>

namespace plexi::services {

/**
 * Stands before the hub: what services publish goes on to it, and is kept for the webhooks that want it, in the
 * transaction that it tells of. Who wants what is held in memory, so that an event that no webhook wants costs a look into
 * an empty table. That table is the writer's thread's; the rest is thread-safe.
 */
class WebhookOutbox final : public realtime::EventPublisher
{
public:
    /** Neither is owned; both outlive this. */
    WebhookOutbox(store::Database &database, realtime::EventPublisher &next) : m_database(database), m_next(next) { }

    /** Called on the writer's thread whenever something was kept, after its commit. Before serving only. */
    void setWake(std::function<void()> wake) { m_wake = std::move(wake); }

    /** Reads who wants what. For start-up: blocks. */
    Result<> load();
    /** The same after this transaction changed it. */
    Result<> refresh(store::WriteTransaction &transaction);

    void keep(store::WriteTransaction &transaction, const realtime::Publication &publication) override;

    void publish(realtime::Publication publication) override { m_next.publish(std::move(publication)); }
    void revokeSubscription(ChannelId channel, UserId user) override { m_next.revokeSubscription(channel, user); }
    void revokeChannel(ChannelId channel) override { m_next.revokeChannel(channel); }
    void endSession(SessionId session) override { m_next.endSession(session); }
    void endApiKey(ApiKeyId key) override { m_next.endApiKey(key); }
    void endUser(UserId user) override { m_next.endUser(user); }

private:
    struct Subscription {
        WebhookId webhookId;
        QStringList events;
    };
    /** By channel; those of all public channels under none. */
    using Subscriptions = QHash<ChannelId, QList<Subscription>>;

    static Result<Subscriptions> read(store::Connection &connection);
    Result<bool> enqueue(store::WriteTransaction &transaction, const protocol::Event &event,
                         const QList<Subscription> &subscriptions);
    Result<bool> keepFor(store::WriteTransaction &transaction, const protocol::Event &event, ChannelId channel);

    store::Database &m_database;
    realtime::EventPublisher &m_next;
    std::function<void()> m_wake;
    Subscriptions m_subscriptions;
};

} // namespace plexi::services
