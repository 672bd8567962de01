// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/webhook.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr LengthRange kNameLength{.min = 1, .max = 80};
constexpr LengthRange kUrlLength{.min = 1, .max = 2'000};

QLatin1StringView stateName(WebhookDelivery::State state)
{
    switch (state) {
    case WebhookDelivery::State::Delivered:
        return "delivered"_L1;
    case WebhookDelivery::State::GivenUp:
        return "given_up"_L1;
    case WebhookDelivery::State::Waiting:
        break;
    }
    return "waiting"_L1;
}

void checkEvents(JsonReader &reader, QStringList &events)
{
    events.removeDuplicates();
    if (events.isEmpty())
        reader.addFault("events"_L1, u"Must name at least one event"_s);
    for (const QString &event : std::as_const(events)) {
        if (!webhookEvents().contains(event))
            reader.addFault("events"_L1, u"There is no such event"_s);
    }
}

QUrl urlOf(JsonReader &reader, const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!text.isEmpty() && (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()))
        reader.addFault("url"_L1, u"Must be a web address without a user in it"_s);
    url.setFragment({});
    return url;
}

Schema eventsSchema()
{
    return Schema::array(Schema::names(webhookEvents()), {.min = 1, .max = webhookEvents().size()});
}

Schema urlSchema()
{
    return Schema::string(kUrlLength).example("https://ci.example/plexichat"_L1);
}

} // namespace

const QStringList &webhookEvents()
{
    static const QStringList events{
        u"message"_s,        u"message_updated"_s, u"message_deleted"_s, u"reaction"_s,        u"pin"_s,
        u"member_joined"_s,  u"member_left"_s,     u"member_updated"_s,  u"channel_created"_s, u"channel_updated"_s,
        u"channel_deleted"_s};
    return events;
}

QJsonObject Webhook::toJson() const
{
    QJsonObject object{{"id"_L1, id.toString()},
                       {"channel_id"_L1, idOrNull(channelId)},
                       {"name"_L1, name},
                       {"url"_L1, url.toString(QUrl::FullyEncoded)},
                       {"events"_L1, QJsonArray::fromStringList(events)},
                       {"is_active"_L1, isActive},
                       {"created_by"_L1, createdBy.toString()},
                       {"created_at"_L1, createdAt.toIso()},
                       {"failing_since"_L1, isoOrNull(failingSince)},
                       {"disabled_at"_L1, isoOrNull(disabledAt)}};
    if (secret)
        object.insert("secret"_L1, *secret);
    return object;
}

Schema Webhook::schema()
{
    return Schema::object("Webhook"_L1)
        .with("id"_L1, Schema::id<WebhookId>())
        .with("channel_id"_L1, Schema::id<ChannelId>().orNull().about("null: all public channels"_L1))
        .with("name"_L1, Schema::string(kNameLength))
        .with("url"_L1, Schema::string())
        .with("events"_L1, eventsSchema())
        .with("is_active"_L1, Schema::boolean())
        .with("created_by"_L1, Schema::id<UserId>())
        .with("created_at"_L1, Schema::timestamp())
        .with("failing_since"_L1, Schema::timestamp().orNull())
        .with("disabled_at"_L1, Schema::timestamp().orNull().about("Nothing arrived for long, so nothing is sent"_L1))
        .with("secret"_L1, Schema::string().sometimes().about("In the answer that makes it, and never again"_L1));
}

Result<NewWebhook> NewWebhook::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewWebhook webhook{
        .channel = reader.optionalString("channel_id"_L1),
        .name = reader.string("name"_L1, kNameLength),
        .url = urlOf(reader, reader.string("url"_L1, kUrlLength)),
        .events = reader.strings("events"_L1),
    };
    if (reader.ok())
        checkEvents(reader, webhook.events);
    if (const auto fault = reader.error())
        return fail(*fault);
    return webhook;
}

Schema NewWebhook::schema()
{
    return Schema::object("NewWebhook"_L1)
        .with("channel_id"_L1,
              Schema::string().optional().about("A channel's id or slug; absent: all public ones, for admins"_L1))
        .with("name"_L1, Schema::string(kNameLength).example("Archive"_L1))
        .with("url"_L1, urlSchema())
        .with("events"_L1, eventsSchema());
}

Result<WebhookChange> WebhookChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    WebhookChange change{
        .name = reader.optionalString("name"_L1, kNameLength),
        .url = std::nullopt,
        .events = reader.optionalStrings("events"_L1),
        .isActive = reader.optionalBoolean("is_active"_L1),
    };
    if (const auto url = reader.optionalString("url"_L1, kUrlLength))
        change.url = urlOf(reader, *url);
    if (change.events)
        checkEvents(reader, *change.events);
    if (const auto fault = reader.error())
        return fail(*fault);
    return change;
}

Schema WebhookChange::schema()
{
    return Schema::object("WebhookChange"_L1)
        .with("name"_L1, Schema::string(kNameLength).optional())
        .with("url"_L1, urlSchema().optional())
        .with("events"_L1, eventsSchema().optional())
        .with("is_active"_L1, Schema::boolean().optional());
}

QJsonObject WebhookDelivery::toJson() const
{
    return {{"id"_L1, id.toString()},
            {"event"_L1, event},
            {"state"_L1, stateName(state)},
            {"attempts"_L1, attempts},
            {"next_attempt_at"_L1, isoOrNull(nextAttemptAt)},
            {"created_at"_L1, createdAt.toIso()},
            {"finished_at"_L1, isoOrNull(finishedAt)},
            {"response_status"_L1, nullable(responseStatus, [](qint64 status) { return status; })},
            {"error"_L1, nullable(fault, [](const QString &text) { return text; })}};
}

Schema WebhookDelivery::schema()
{
    return Schema::object("WebhookDelivery"_L1)
        .with("id"_L1, Schema::id<DeliveryId>())
        .with("event"_L1, Schema::string().example("message"_L1))
        .with("state"_L1, Schema::names({"waiting"_L1, "delivered"_L1, "given_up"_L1}))
        .with("attempts"_L1, Schema::integer())
        .with("next_attempt_at"_L1, Schema::timestamp().orNull())
        .with("created_at"_L1, Schema::timestamp())
        .with("finished_at"_L1, Schema::timestamp().orNull())
        .with("response_status"_L1, Schema::integer().orNull().about("Of the last attempt"_L1))
        .with("error"_L1, Schema::string().orNull().about("Why the last attempt failed"_L1));
}

std::optional<ChannelId> channelOf(const Event &event)
{
    return std::visit(
        [](const auto &known) -> std::optional<ChannelId> {
            if constexpr (requires { known.message.channelId; })
                return known.message.channelId;
            else if constexpr (requires { known.channelId; })
                return known.channelId;
            else if constexpr (requires { known.channel.id; })
                return known.channel.id;
            else
                return std::nullopt;
        },
        event);
}

QByteArray webhookPayload(DeliveryId delivery, WebhookId webhook, Timestamp moment, const Event &event)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("delivery_id"_L1, delivery);
    writer.member("webhook_id"_L1, webhook);
    writer.member("created_at"_L1, moment);
    writer.endObject();
    QByteArray payload = writer.take();
    // The frame is an object with members of its own: the two become one.
    payload.chop(1);
    payload += ',';
    payload += QByteArrayView(encodeFrame(event)).sliced(1);
    return payload;
}

} // namespace plexi::protocol
