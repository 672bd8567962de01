// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/services/accounts_service.h"
#include "server/services/audit_service.h"
#include "server/services/bots_service.h"
#include "server/services/members_service.h"
#include "server/services/messages_service.h"
#include "server/store/database.h"
#include "server/store/incoming_webhooks_store.h"
#include "shared/protocol/incoming_webhook.h"
#include "shared/protocol/slack_payload.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace plexi::services {

/**
 * Secret addresses that post into a channel. Who owns a channel, and who may manage channels, manages those of the
 * channel. Thread-safe. Coroutines need an event loop on the calling thread.
 */
class IncomingWebhooksService
{
public:
    /** Not owned; they outlive the service. */
    struct Parts {
        store::Database &database;
        const AuditService &audit;
        AccountsService &accounts;
        BotsService &bots;
        MembersService &members;
        MessagesService &messages;
    };
    /** Seconds until the bot may post again; nothing where it may now. Counts each call. */
    using TakeMessage = std::function<std::optional<int>(UserId bot)>;

    /** @p takeMessage may be empty: no limit. */
    IncomingWebhooksService(const Parts &parts, TakeMessage takeMessage = {});

    static constexpr qint64 kMaxPerChannel = 50;
    /** What the address of the API's hooks ends with a token behind. */
    static constexpr QLatin1StringView kPath{"/api/v1/hooks/"};

    /** Before serving only; what the addresses begin with. Empty: they are paths on this server. */
    void setPublicUrl(const QUrl &url) { m_publicUrl = url.toString(QUrl::RemovePath); }

    Result<QList<protocol::IncomingWebhook>> list(security::Principal caller, QString channel);
    /** The one answer with the token. Its bot joins the channel. Conflict for too many in a channel, or too many bots. */
    QCoro::Task<Result<protocol::IncomingWebhook>> create(security::Principal caller, QString channel,
                                                          protocol::NewIncomingWebhook webhook);
    QCoro::Task<Result<protocol::IncomingWebhook>> rename(security::Principal caller, IncomingWebhookId id,
                                                          QString name);
    /** A new address; what was sent to the old one from now on is refused. */
    QCoro::Task<Result<protocol::IncomingWebhook>> renewToken(security::Principal caller, IncomingWebhookId id);
    /** A bot that was made for it leaves the channel and stops; its name stays with what it said. */
    QCoro::Task<Result<>> remove(security::Principal caller, IncomingWebhookId id);

    /** NotFound for a token that there is not: asked before a body is looked at. */
    Result<> require(const QString &token);
    /**
     * Posts, as the bot. NotFound for a token that there is not, or whose bot was deactivated; RateLimitExceeded;
     * InsufficientPermissions where the bot is no member any more or the channel is archived.
     */
    QCoro::Task<Result<>> post(QString token, protocol::SlackPayload payload);

private:
    Result<store::incoming_webhooks::Row> rowOf(store::Connection &connection, const QString &token);
    Result<protocol::IncomingWebhook> insert(store::WriteTransaction &transaction, const security::Principal &caller,
                                             const QString &channel, const protocol::NewIncomingWebhook &draft);
    Result<UserId> makeBot(store::WriteTransaction &transaction, const security::Principal &caller,
                           const QString &name);
    Result<> applyRemoval(store::WriteTransaction &transaction, const security::Principal &caller,
                          IncomingWebhookId id);
    Result<> deliver(store::WriteTransaction &transaction, const QString &token, const protocol::SlackPayload &payload);
    /** Gives it a token, which only its hash is kept of. */
    QByteArray addSecret(protocol::IncomingWebhook &webhook) const;

    const Parts d;
    const TakeMessage m_takeMessage;
    QString m_publicUrl;
};

} // namespace plexi::services
