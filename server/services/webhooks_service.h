// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/outgoing/address_policy.h"
#include "server/security/principal.h"
#include "server/security/secret_box.h"
#include "server/services/audit_service.h"
#include "server/services/webhook_outbox.h"
#include "server/store/database.h"
#include "shared/protocol/webhook.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace plexi::services {

/**
 * Which servers are told of what happens here. Who owns a channel, and who may manage channels, manages those of the
 * channel; admins those of all public channels, of which nobody else learns. Thread-safe. Coroutines need an event loop on
 * the calling thread.
 */
class WebhooksService
{
public:
    /** Not owned; they outlive the service. */
    struct Parts {
        store::Database &database;
        const AuditService &audit;
        const security::SecretBox &secrets;
        WebhookOutbox &outbox;
    };
    /** @p policy says where plain http may lead: to what an admin excepts. */
    WebhooksService(const Parts &parts, outgoing::AddressPolicy policy);

    /** Called whenever something is to be sent that was not before; from any thread. Before serving only. */
    void setWake(std::function<void()> wake) { m_wake = std::move(wake); }

    /** Of a channel, and of all public channels. */
    static constexpr qint64 kMaxEach = 20;
    /** What a secret is sealed under. */
    static QByteArray secretContext(WebhookId id);

    /** @p channel: nothing for those of all public channels, of which only admins have any. */
    Result<QList<protocol::Webhook>> list(security::Principal caller, std::optional<QString> channel);
    Result<protocol::Webhook> get(security::Principal caller, WebhookId id);
    /** The one answer with the secret. ValidationError for plain http that nobody excepted, Conflict for too many. */
    QCoro::Task<Result<protocol::Webhook>> create(security::Principal caller, protocol::NewWebhook webhook);
    /** One that is active again begins anew; for one that is not any more nothing waits. */
    QCoro::Task<Result<protocol::Webhook>> update(security::Principal caller, WebhookId id,
                                                  protocol::WebhookChange change);
    QCoro::Task<Result<>> remove(security::Principal caller, WebhookId id);

    struct Log {
        QList<protocol::WebhookDelivery> deliveries;
        bool hasMore = false;
    };
    /** Newest first. */
    Result<Log> deliveries(security::Principal caller, WebhookId id, std::optional<DeliveryId> before, qint64 limit);
    /** Conflict where the webhook is not active. */
    QCoro::Task<Result<>> sendAgain(security::Principal caller, WebhookId id, DeliveryId delivery);

private:
    Result<> checkUrl(const QUrl &url) const;
    Result<protocol::Webhook> insert(store::WriteTransaction &transaction, const security::Principal &caller,
                                     const protocol::NewWebhook &draft);
    Result<protocol::Webhook> applyChange(store::WriteTransaction &transaction, const security::Principal &caller,
                                          WebhookId id, const protocol::WebhookChange &change);

    const Parts d;
    const outgoing::AddressPolicy m_policy;
    std::function<void()> m_wake;
};

} // namespace plexi::services
