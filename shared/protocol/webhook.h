// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/event.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace plexi {

struct WebhookTag {
    static constexpr QLatin1StringView kPrefix{"webhook_"};
};
struct DeliveryTag {
    static constexpr QLatin1StringView kPrefix{"delivery_"};
};
using WebhookId = Id<WebhookTag>;
using DeliveryId = Id<DeliveryTag>;

} // namespace plexi

namespace plexi::protocol {

class Schema;

/** An address of another server that is told of events. */
struct Webhook {
    WebhookId id;
    /** Nothing: all public channels. */
    std::optional<ChannelId> channelId;
    QString name;
    QUrl url;
    /** Names of frames; see webhookEvents(). */
    QStringList events;
    bool isActive = true;
    UserId createdBy;
    Timestamp createdAt;
    /** The first failure since the last success. */
    std::optional<Timestamp> failingSince = std::nullopt;
    /** Since when nothing is sent because it failed for long. */
    std::optional<Timestamp> disabledAt = std::nullopt;
    /** Only in the answer that makes it: what deliveries are signed with. Never log it. */
    std::optional<QString> secret = std::nullopt;

    QJsonObject toJson() const;
    static Schema schema();
};

/** What a webhook may be told of. */
const QStringList &webhookEvents();

/** The body of the making of one. */
struct NewWebhook {
    /** An id or a slug; nothing: all public channels. */
    std::optional<QString> channel;
    QString name;
    QUrl url;
    QStringList events;

    static Result<NewWebhook> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body of a change: only what is there is changed. */
struct WebhookChange {
    std::optional<QString> name = std::nullopt;
    std::optional<QUrl> url = std::nullopt;
    std::optional<QStringList> events = std::nullopt;
    std::optional<bool> isActive = std::nullopt;

    static Result<WebhookChange> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** One event on its way to one webhook, or at its end. */
struct WebhookDelivery {
    enum class State { Waiting, Delivered, GivenUp };

    DeliveryId id;
    QString event;
    State state = State::Waiting;
    qint64 attempts = 0;
    std::optional<Timestamp> nextAttemptAt;
    Timestamp createdAt;
    std::optional<Timestamp> finishedAt;
    std::optional<qint64> responseStatus;
    std::optional<QString> fault;

    QJsonObject toJson() const;
    static Schema schema();
};

/** The channel whose event it is; nothing for events of persons and for answers. */
std::optional<ChannelId> channelOf(const Event &event);

/** What is sent: the event's frame, with the ids of delivery and webhook, and when it happened. UTF-8. */
QByteArray webhookPayload(DeliveryId delivery, WebhookId webhook, Timestamp moment, const Event &event);

} // namespace plexi::protocol
