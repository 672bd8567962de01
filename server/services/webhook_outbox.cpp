// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/webhook_outbox.h"

#include "server/store/channels_store.h"
#include "server/store/webhooks_store.h"

namespace plexi::services {

namespace webhooks = store::webhooks;
using protocol::Event;
using store::WriteTransaction;

namespace {

Result<bool> isPublic(store::Connection &connection, const Event &event, ChannelId channel)
{
    // A channel that has just been deleted is not to be found any more.
    if (const auto *deleted = std::get_if<protocol::ChannelDeleted>(&event))
        return deleted->channel.type == protocol::ChannelType::Public;
    const auto found = store::channels::findForEvent(connection, channel);
    if (!found)
        return fail(found.error());
    return *found && (*found)->type == protocol::ChannelType::Public;
}

} // namespace

Result<WebhookOutbox::Subscriptions> WebhookOutbox::read(store::Connection &connection)
{
    const auto active = webhooks::active(connection);
    if (!active)
        return fail(active.error());
    Subscriptions subscriptions;
    for (const protocol::Webhook &webhook : *active) {
        subscriptions[webhook.channelId.value_or(ChannelId())].append(
            {.webhookId = webhook.id, .events = webhook.events});
    }
    return subscriptions;
}

Result<> WebhookOutbox::load()
{
    return m_database.writeAndWait([this](WriteTransaction &transaction) { return refresh(transaction); });
}

Result<> WebhookOutbox::refresh(WriteTransaction &transaction)
{
    auto subscriptions = read(transaction.connection());
    if (!subscriptions)
        return fail(std::move(subscriptions.error()));
    transaction.afterCommit([this, subscriptions = std::move(*subscriptions)] { m_subscriptions = subscriptions; });
    return {};
}

void WebhookOutbox::keep(WriteTransaction &transaction, const realtime::Publication &publication)
{
    if (m_subscriptions.isEmpty())
        return;
    const auto channel = protocol::channelOf(publication.event);
    if (!channel)
        return;
    const auto kept = keepFor(transaction, publication.event, *channel);
    if (!kept)
        transaction.refuse(kept.error());
    else if (*kept && m_wake)
        transaction.afterCommit(m_wake);
}

Result<bool> WebhookOutbox::keepFor(WriteTransaction &transaction, const Event &event, ChannelId channel)
{
    bool isKept = false;
    // Whoever is added to a private channel is told that it was made. Its webhooks have known it for long.
    const bool isNews = !std::holds_alternative<protocol::ChannelCreated>(event);
    if (const auto own = m_subscriptions.constFind(channel); isNews && own != m_subscriptions.constEnd()) {
        const auto kept = enqueue(transaction, event, *own);
        if (!kept)
            return kept;
        isKept = *kept;
    }
    const auto all = m_subscriptions.constFind(ChannelId());
    if (all == m_subscriptions.constEnd())
        return isKept;
    const auto seen = isPublic(transaction.connection(), event, channel);
    if (!seen)
        return seen;
    if (!*seen)
        return isKept;
    const auto kept = enqueue(transaction, event, *all);
    if (!kept)
        return kept;
    return isKept || *kept;
}

Result<bool> WebhookOutbox::enqueue(WriteTransaction &transaction, const Event &event,
                                    const QList<Subscription> &subscriptions)
{
    const QString name = protocol::eventName(event);
    const Timestamp now = Timestamp::now();
    bool isKept = false;
    for (const Subscription &subscription : subscriptions) {
        if (!subscription.events.contains(name))
            continue;
        const auto id = m_database.ids().next<DeliveryId>();
        const webhooks::Delivery delivery{.id = id,
                                          .webhookId = subscription.webhookId,
                                          .event = name,
                                          .payload = protocol::webhookPayload(id, subscription.webhookId, now, event)};
        if (const auto queued = webhooks::enqueue(transaction.connection(), delivery, now); !queued)
            return fail(queued.error());
        isKept = true;
    }
    return isKept;
}

} // namespace plexi::services
