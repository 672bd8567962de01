// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/outgoing/outgoing_client.h"
#include "server/security/secret_box.h"
#include "server/services/audit_service.h"
#include "server/services/webhook_outbox.h"
#include "server/store/database.h"
#include "server/store/webhooks_store.h"

#include <QThread>

#include <memory>

namespace plexi::services {

/**
 * What a delivery is signed with, for `X-Plexichat-Signature`: "t=SECONDS,v1=HEX", where HEX is the HMAC-SHA256 of
 * "SECONDS.BODY" under the webhook's secret. The time keeps what was once heard from being sent again later.
 */
QByteArray webhookSignature(const QByteArray &secret, Timestamp moment, const QByteArray &body);

/**
 * Sends what the outbox has kept, on a thread of its own: a few at a time for each webhook, tried again with growing and
 * scattered pauses where it fails. What was under way when the server ended is sent again under its old id: at least once.
 * A webhook that failed for long, or whose other end says that it is gone (410), is disabled. Thread-safe.
 */
class WebhookSender
{
public:
    struct Options {
        /** Seconds before the second attempt; each further pause is twice as long, up to the greatest. */
        qint64 firstPause = 10;
        qint64 greatestPause = 3'600;
        qint64 maxAttempts = 12;
        /** Seconds of nothing but failures after which a webhook is disabled. */
        qint64 patience = qint64{24} * 3'600;
        /** Waiting deliveries past which a webhook that fails is disabled. */
        qint64 maxWaiting = 10'000;
        std::chrono::milliseconds deadline = std::chrono::seconds(10);
        /** At once. */
        qsizetype perWebhook = 4;
        qsizetype inAll = 32;
        /** What time it is; for tests. */
        std::function<Timestamp()> clock = Timestamp::now;
    };
    /** Not owned; they outlive the sender. */
    struct Parts {
        store::Database &database;
        WebhookOutbox &outbox;
        const AuditService &audit;
        const security::SecretBox &secrets;
    };

    WebhookSender(const Parts &parts, std::unique_ptr<outgoing::OutgoingClient> client, Options options);
    /** Stops. */
    ~WebhookSender();
    Q_DISABLE_COPY_MOVE(WebhookSender)

    void start();
    /** Breaks off what is being sent; it is sent again after the next start. */
    void stop();
    /** There may be something to send. From any thread; costs little. */
    void wake();

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<outgoing::OutgoingClient> m_client;
    /** Lives on the thread. */
    std::unique_ptr<Worker> m_worker;
};

} // namespace plexi::services
