// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/incoming_webhook.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr LengthRange kHookNameLength{.min = 1, .max = NewIncomingWebhook::kMaxName};

} // namespace

QJsonObject IncomingWebhook::toJson() const
{
    QJsonObject object{{"id"_L1, id.toString()},
                       {"channel_id"_L1, channelId.toString()},
                       {"bot_id"_L1, botId.toString()},
                       {"name"_L1, name},
                       {"created_by"_L1, createdBy.toString()},
                       {"created_at"_L1, createdAt.toIso()},
                       {"last_used_at"_L1, isoOrNull(lastUsedAt)}};
    if (token)
        object.insert("token"_L1, *token);
    if (url)
        object.insert("url"_L1, *url);
    return object;
}

Schema IncomingWebhook::schema()
{
    return Schema::object("IncomingWebhook"_L1)
        .with("id"_L1, Schema::id<IncomingWebhookId>())
        .with("channel_id"_L1, Schema::id<ChannelId>())
        .with("bot_id"_L1, Schema::id<UserId>().about("Who says what is sent there"_L1))
        .with("name"_L1, Schema::string(kHookNameLength))
        .with("created_by"_L1, Schema::id<UserId>())
        .with("created_at"_L1, Schema::timestamp())
        .with("last_used_at"_L1, Schema::timestamp().orNull())
        .with("token"_L1, Schema::string().sometimes().about("In the answer that makes it, and never again"_L1))
        .with("url"_L1, Schema::string().sometimes().about("Where to send to; with the token"_L1));
}

Result<NewIncomingWebhook> NewIncomingWebhook::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewIncomingWebhook webhook{
        .name = reader.string("name"_L1, kHookNameLength),
        .botId = reader.optionalId<UserId>("bot_id"_L1),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return webhook;
}

Schema NewIncomingWebhook::schema()
{
    return Schema::object("NewIncomingWebhook"_L1)
        .with("name"_L1, Schema::string(kHookNameLength).example("Jenkins"_L1))
        .with("bot_id"_L1, Schema::id<UserId>().optional().about("One of one's bots; absent: one is made"_L1));
}

Result<QString> NewIncomingWebhook::nameFromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    QString name = reader.string("name"_L1, kHookNameLength);
    if (const auto fault = reader.error())
        return fail(*fault);
    return name;
}

Schema NewIncomingWebhook::nameSchema()
{
    return Schema::object("IncomingWebhookChange"_L1).with("name"_L1, Schema::string(kHookNameLength));
}

} // namespace plexi::protocol
