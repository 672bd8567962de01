// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/unread.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/schema.h"

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

struct Count {
    QLatin1StringView name;
    qint64 UnreadChannel::*value;
};

/** What each channel has of its own and the summary has of all. */
constexpr std::array<Count, 4> kCounts{{
    {"unread_count"_L1, &UnreadChannel::unreadCount},
    {"mention_count"_L1, &UnreadChannel::mentionCount},
    {"unread_threads"_L1, &UnreadChannel::unreadThreads},
    {"unread_replies"_L1, &UnreadChannel::unreadReplies},
}};

Result<UnreadChannel> channelFromJson(const QJsonObject &object)
{
    JsonReader reader(object, u"channels"_s);
    UnreadChannel channel{
        .channelId = reader.id<ChannelId>("channel_id"_L1),
        .notificationLevel = notificationLevelFromName(reader.string("notification_level"_L1))
                                 .value_or(NotificationLevel::All),
        .lastReadMessageId = reader.optionalId<MessageId>("last_read_message_id"_L1),
        .firstUnreadMessageId = reader.optionalId<MessageId>("first_unread_message_id"_L1),
    };
    for (const Count &count : kCounts)
        channel.*count.value = reader.integer(count.name, 0, JsonReader::kMaxCount);
    if (const auto fault = reader.error())
        return fail(*fault);
    return channel;
}

Schema withCounts(Schema schema)
{
    for (const Count &count : kCounts)
        schema = schema.with(count.name, Schema::integer());
    return schema;
}

} // namespace

QByteArray UnreadSummary::toJson() const
{
    JsonWriter writer;
    writer.beginObject();
    writer.name("channels"_L1);
    writer.beginArray();
    std::array<qint64, kCounts.size()> sums{};
    for (const UnreadChannel &channel : channels) {
        writer.beginObject();
        writer.member("channel_id"_L1, channel.channelId);
        writer.member("notification_level"_L1, notificationLevelName(channel.notificationLevel));
        writer.member("last_read_message_id"_L1, channel.lastReadMessageId);
        writer.member("first_unread_message_id"_L1, channel.firstUnreadMessageId);
        for (std::size_t i = 0; i < kCounts.size(); ++i) {
            writer.member(kCounts[i].name, channel.*kCounts[i].value);
            sums[i] += channel.*kCounts[i].value;
        }
        writer.endObject();
    }
    writer.endArray();
    for (std::size_t i = 0; i < kCounts.size(); ++i)
        writer.member(kCounts[i].name, sums[i]);
    writer.endObject();
    return writer.take();
}

Result<UnreadSummary> UnreadSummary::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    const QJsonArray array = reader.array("channels"_L1);
    if (const auto fault = reader.error())
        return fail(*fault);
    UnreadSummary summary;
    for (const auto &element : array) {
        auto channel = channelFromJson(element.toObject());
        if (!channel)
            return fail(std::move(channel.error()));
        summary.channels.append(*channel);
    }
    return summary;
}

Schema UnreadSummary::schema()
{
    const Schema channel = withCounts(
        Schema::object("UnreadChannel"_L1)
            .with("channel_id"_L1, Schema::id<ChannelId>())
            .with("notification_level"_L1, Schema::names({"all"_L1, "mentions"_L1, "none"_L1}))
            .with("last_read_message_id"_L1, Schema::id<MessageId>().orNull())
            .with("first_unread_message_id"_L1, Schema::id<MessageId>().orNull().about("Where reading goes on"_L1)));
    return withCounts(Schema::object("UnreadSummary"_L1).with("channels"_L1, Schema::array(channel)));
}

} // namespace plexi::protocol
