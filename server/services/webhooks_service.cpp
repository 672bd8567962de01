// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/webhooks_service.h"

#include "server/security/crypto.h"
#include "server/security/permissions.h"
#include "server/services/channel_access.h"
#include "server/store/webhooks_store.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace webhooks = store::webhooks;
using protocol::Webhook;
using security::Principal;
using store::WriteTransaction;

namespace {

constexpr DeliveryId kNewest{std::numeric_limits<qint64>::max()};

Error webhookNotFound()
{
    return Error::notFound(u"Webhook");
}

/** Whose webhooks are meant: a channel's that the caller manages, or, for admins, those of all public channels. */
Result<std::optional<ChannelId>> managedScope(store::Connection &connection, const Principal &caller,
                                              const std::optional<QString> &channel)
{
    if (!channel) {
        if (!caller.can(security::permission::kSystemManage))
            return fail(Error::forbidden(u"Only an admin may have webhooks of all public channels"_s));
        return std::optional<ChannelId>();
    }
    const auto access = managedChannel(connection, *channel, caller);
    if (!access)
        return fail(access.error());
    return std::optional(access->id);
}

/** The webhook where the caller manages it; like an unknown one where the caller may not know of it. */
Result<Webhook> managedWebhook(store::Connection &connection, const Principal &caller, WebhookId id)
{
    const auto webhook = webhooks::find(connection, id);
    if (!webhook)
        return fail(webhook.error());
    if (!*webhook)
        return fail(webhookNotFound());
    if (!(*webhook)->channelId)
        return caller.can(security::permission::kSystemManage) ? Result<Webhook>(**webhook) : fail(webhookNotFound());
    const auto access = managedChannel(connection, (*webhook)->channelId->toString(), caller);
    if (!access)
        return fail(access.error().code == ErrorCode::NotFound ? webhookNotFound() : access.error());
    return **webhook;
}

} // namespace

WebhooksService::WebhooksService(const Parts &parts, outgoing::AddressPolicy policy)
    : d(parts), m_policy(std::move(policy))
{
}

QByteArray WebhooksService::secretContext(WebhookId id)
{
    return "webhook " + id.toString().toLatin1();
}

Result<> WebhooksService::checkUrl(const QUrl &url) const
{
    // Of a name it is not known yet where it leads. As if to an address for documentation (RFC 5737), which is nowhere
    // and in no network that anybody excepts: then only the name itself can be excepted.
    const QHostAddress literal(url.host());
    const QHostAddress somewhere = literal.isNull() ? QHostAddress(u"192.0.2.1"_s) : literal;
    // What is on the Internet is told over TLS only; what an admin has excepted may be near.
    const bool isExcepted = !outgoing::isGloballyRoutable(somewhere) && m_policy.permits(url.host(), somewhere);
    if (url.scheme() != "https"_L1 && !isExcepted)
        return fail(Error::validation(u"url"_s, u"Must be an https address"_s));
    return {};
}

Result<QList<Webhook>> WebhooksService::list(Principal caller, std::optional<QString> channel)
{
    store::Connection &connection = d.database.reader();
    if (!channel && !caller.can(security::permission::kSystemManage))
        return QList<Webhook>();
    const auto scope = managedScope(connection, caller, channel);
    if (!scope)
        return fail(scope.error());
    return webhooks::list(connection, *scope);
}

Result<Webhook> WebhooksService::get(Principal caller, WebhookId id)
{
    return managedWebhook(d.database.reader(), caller, id);
}

QCoro::Task<Result<Webhook>> WebhooksService::create(Principal caller, protocol::NewWebhook webhook)
{
    auto job = [this, caller, webhook](WriteTransaction &transaction) {
        return insert(transaction, caller, webhook);
    };
    co_return co_await d.database.write(std::move(job));
}

Result<Webhook> WebhooksService::insert(WriteTransaction &transaction, const Principal &caller,
                                        const protocol::NewWebhook &draft)
{
    store::Connection &connection = transaction.connection();
    const auto scope = managedScope(connection, caller, draft.channel);
    if (!scope)
        return fail(scope.error());
    if (auto good = checkUrl(draft.url); !good)
        return fail(std::move(good.error()));
    const auto present = webhooks::list(connection, *scope);
    if (!present)
        return fail(present.error());
    if (present->size() >= kMaxEach)
        return fail({.code = ErrorCode::Conflict, .message = u"At most %1 webhooks; delete one first"_s.arg(kMaxEach)});
    Webhook webhook{.id = d.database.ids().next<WebhookId>(),
                    .channelId = *scope,
                    .name = draft.name,
                    .url = draft.url,
                    .events = draft.events,
                    .createdBy = caller.userId,
                    .createdAt = Timestamp::now()};
    const QByteArray secret = "whsec_" + security::base62(security::randomBytes(32));
    webhook.secret = QString::fromLatin1(secret);
    if (auto inserted = webhooks::insert(connection, webhook, d.secrets.seal(secret, secretContext(webhook.id)));
        !inserted)
        return fail(std::move(inserted.error()));
    const QString detail = *scope ? (*scope)->toString() : u"public"_s;
    if (auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kWebhookMade, webhook.id,
                                   detail);
        !told)
        return fail(std::move(told.error()));
    if (auto refreshed = d.outbox.refresh(transaction); !refreshed)
        return fail(std::move(refreshed.error()));
    return webhook;
}

QCoro::Task<Result<Webhook>> WebhooksService::update(Principal caller, WebhookId id, protocol::WebhookChange change)
{
    auto job = [this, caller, id, change](WriteTransaction &transaction) {
        return applyChange(transaction, caller, id, change);
    };
    co_return co_await d.database.write(std::move(job));
}

Result<Webhook> WebhooksService::applyChange(WriteTransaction &transaction, const Principal &caller, WebhookId id,
                                             const protocol::WebhookChange &change)
{
    store::Connection &connection = transaction.connection();
    auto webhook = managedWebhook(connection, caller, id);
    if (!webhook)
        return webhook;
    if (change.url) {
        if (auto good = checkUrl(*change.url); !good)
            return fail(std::move(good.error()));
    }
    QStringList fields;
    const auto apply = [&fields](auto &field, const auto &next, const QString &name) {
        if (next && field != *next) {
            field = *next;
            fields.append(name);
        }
    };
    apply(webhook->name, change.name, u"name"_s);
    apply(webhook->url, change.url, u"url"_s);
    apply(webhook->events, change.events, u"events"_s);
    apply(webhook->isActive, change.isActive, u"is_active"_s);
    if (fields.isEmpty())
        return webhook;
    if (fields.contains("is_active"_L1)) {
        webhook->failingSince = std::nullopt;
        webhook->disabledAt = std::nullopt;
        if (auto left = webhook->isActive ? Result<>() : webhooks::giveUpAll(connection, id, Timestamp::now()); !left)
            return fail(std::move(left.error()));
    }
    if (auto stored = webhooks::update(connection, *webhook); !stored)
        return fail(std::move(stored.error()));
    if (auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kWebhookChanged, id,
                                   fields.join(u' '));
        !told)
        return fail(std::move(told.error()));
    if (auto refreshed = d.outbox.refresh(transaction); !refreshed)
        return fail(std::move(refreshed.error()));
    return webhook;
}

QCoro::Task<Result<>> WebhooksService::remove(Principal caller, WebhookId id)
{
    auto job = [this, caller, id](WriteTransaction &transaction) -> Result<> {
        const auto webhook = managedWebhook(transaction.connection(), caller, id);
        if (!webhook)
            return fail(webhook.error());
        if (auto removed = webhooks::remove(transaction.connection(), id); !removed)
            return removed;
        if (auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kWebhookDeleted, id); !told)
            return told;
        return d.outbox.refresh(transaction);
    };
    co_return co_await d.database.write(std::move(job));
}

Result<WebhooksService::Log> WebhooksService::deliveries(Principal caller, WebhookId id,
                                                         std::optional<DeliveryId> before, qint64 limit)
{
    store::Connection &connection = d.database.reader();
    const auto webhook = managedWebhook(connection, caller, id);
    if (!webhook)
        return fail(webhook.error());
    auto found = webhooks::deliveries(connection, id, before.value_or(kNewest), limit + 1);
    if (!found)
        return fail(std::move(found.error()));
    Log log{.deliveries = std::move(*found)};
    log.hasMore = log.deliveries.size() > limit;
    if (log.hasMore)
        log.deliveries.resize(limit);
    return log;
}

QCoro::Task<Result<>> WebhooksService::sendAgain(Principal caller, WebhookId id, DeliveryId delivery)
{
    auto job = [this, caller, id, delivery](WriteTransaction &transaction) -> Result<> {
        const auto webhook = managedWebhook(transaction.connection(), caller, id);
        if (!webhook)
            return fail(webhook.error());
        if (!webhook->isActive)
            return fail({.code = ErrorCode::Conflict, .message = u"The webhook is not active"_s});
        const auto again = webhooks::sendAgain(transaction.connection(), id, delivery, Timestamp::now());
        if (!again)
            return fail(again.error());
        if (!*again)
            return fail(Error::notFound(u"Delivery"));
        if (m_wake)
            transaction.afterCommit(m_wake);
        return {};
    };
    co_return co_await d.database.write(std::move(job));
}

} // namespace plexi::services
