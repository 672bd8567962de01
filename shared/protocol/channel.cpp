// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/channel.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

QLatin1StringView channelTypeName(ChannelType type)
{
    switch (type) {
    case ChannelType::Private:
        return "private"_L1;
    case ChannelType::Direct:
        return "direct"_L1;
    case ChannelType::Public:
        break;
    }
    return "public"_L1;
}

std::optional<ChannelType> channelTypeFromName(QStringView name)
{
    using enum ChannelType;
    for (const ChannelType type : {Public, Private, Direct}) {
        if (name == channelTypeName(type))
            return type;
    }
    return std::nullopt;
}

QLatin1StringView notificationLevelName(NotificationLevel level)
{
    switch (level) {
    case NotificationLevel::Mentions:
        return "mentions"_L1;
    case NotificationLevel::None:
        return "none"_L1;
    case NotificationLevel::All:
        break;
    }
    return "all"_L1;
}

std::optional<NotificationLevel> notificationLevelFromName(QStringView name)
{
    using enum NotificationLevel;
    for (const NotificationLevel level : {All, Mentions, None}) {
        if (name == notificationLevelName(level))
            return level;
    }
    return std::nullopt;
}

QLatin1StringView channelRoleName(ChannelRole role)
{
    return role == ChannelRole::Owner ? "owner"_L1 : "member"_L1;
}

std::optional<ChannelRole> channelRoleFromName(QStringView name)
{
    using enum ChannelRole;
    for (const ChannelRole role : {Member, Owner}) {
        if (name == channelRoleName(role))
            return role;
    }
    return std::nullopt;
}

QJsonObject Channel::toJson() const
{
    QJsonObject object{
        {"id"_L1, id.toString()},
        {"slug"_L1, nullable(slug, [](const QString &known) { return known; })},
        {"name"_L1, name},
        {"type"_L1, channelTypeName(type)},
        {"topic"_L1, topic},
        {"created_by"_L1, idOrNull(createdBy)},
        {"created_at"_L1, createdAt.toIso()},
        {"member_count"_L1, memberCount},
        {"seq"_L1, seq},
        {"archived_at"_L1, isoOrNull(archivedAt)},
        {"retention_days"_L1, nullable(retentionDays, [](qint64 days) { return days; })},
        {"expired_through"_L1, idOrNull(expiredThrough)},
    };
    if (type == ChannelType::Direct)
        object.insert("member_ids"_L1, idArray(memberIds));
    if (viewer) {
        object.insert("is_member"_L1, viewer->isMember);
        object.insert("unread_count"_L1, viewer->unreadCount);
        object.insert("mention_count"_L1, viewer->mentionCount);
        object.insert("last_read_message_id"_L1, idOrNull(viewer->lastReadMessageId));
        object.insert("notification_level"_L1, notificationLevelName(viewer->notificationLevel));
        object.insert("favorite_position"_L1,
                      nullable(viewer->favoritePosition, [](qint64 position) { return position; }));
    }
    return object;
}

Result<Channel> Channel::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    Channel channel{
        .id = reader.id<ChannelId>("id"_L1),
        .slug = reader.optionalString("slug"_L1),
        .name = reader.optionalString("name"_L1).value_or(QString()),
        .type = channelTypeFromName(reader.string("type"_L1)).value_or(ChannelType::Public),
        .topic = reader.optionalString("topic"_L1).value_or(QString()),
        .createdBy = reader.optionalId<UserId>("created_by"_L1),
        .createdAt = reader.timestamp("created_at"_L1),
        .memberCount = reader.optionalInteger("member_count"_L1, 0, JsonReader::kMaxCount).value_or(0),
        .seq = reader.integer("seq"_L1, 0, JsonReader::kMaxCount),
        .archivedAt = reader.optionalTimestamp("archived_at"_L1),
        .retentionDays = reader.optionalInteger("retention_days"_L1, 0, JsonReader::kMaxCount),
        .expiredThrough = reader.optionalId<MessageId>("expired_through"_L1),
        .viewer = std::nullopt,
        .memberIds = {},
    };
    for (const QString &text : reader.optionalStrings("member_ids"_L1).value_or(QStringList())) {
        if (const auto id = UserId::fromString(text))
            channel.memberIds.append(*id);
    }
    if (reader.has("is_member"_L1)) {
        channel.viewer = Viewer{
            .isMember = reader.boolean("is_member"_L1),
            .unreadCount = reader.optionalInteger("unread_count"_L1, 0, JsonReader::kMaxCount).value_or(0),
            .mentionCount = reader.optionalInteger("mention_count"_L1, 0, JsonReader::kMaxCount).value_or(0),
            .lastReadMessageId = reader.optionalId<MessageId>("last_read_message_id"_L1),
            .notificationLevel = notificationLevelFromName(
                                     reader.optionalString("notification_level"_L1).value_or(QString()))
                                     .value_or(NotificationLevel::All),
            .favoritePosition = reader.optionalInteger("favorite_position"_L1, 0, JsonReader::kMaxCount),
        };
    }
    if (const auto fault = reader.error())
        return fail(*fault);
    return channel;
}

Schema Channel::schema()
{
    return Schema::object("Channel"_L1)
        .with("id"_L1, Schema::id<ChannelId>())
        .with("slug"_L1, Schema::string().orNull().about("Of public channels only"_L1))
        .with("name"_L1, Schema::string())
        .with("type"_L1, Schema::names({"public"_L1, "private"_L1, "direct"_L1}))
        .with("topic"_L1, Schema::string())
        .with("created_by"_L1, Schema::id<UserId>().orNull())
        .with("created_at"_L1, Schema::timestamp())
        .with("member_count"_L1, Schema::integer())
        .with("seq"_L1, Schema::integer())
        .with("archived_at"_L1, Schema::timestamp().orNull().about("Since when it can only be read"_L1))
        .with("retention_days"_L1,
              Schema::integer().orNull().about("null: as the server has it; 0: messages stay for ever"_L1))
        .with("expired_through"_L1,
              Schema::id<MessageId>().orNull().about("Messages up to it are gone because of their age"_L1))
        .with("member_ids"_L1, Schema::array(Schema::id<UserId>()).sometimes().about("Of direct channels only"_L1))
        .with("is_member"_L1, Schema::boolean())
        .with("unread_count"_L1, Schema::integer())
        .with("mention_count"_L1, Schema::integer())
        .with("last_read_message_id"_L1, Schema::id<MessageId>().orNull())
        .with("notification_level"_L1, Schema::names({"all"_L1, "mentions"_L1, "none"_L1}))
        .with("favorite_position"_L1, Schema::integer().orNull().about("From 0; null where it is no favourite"_L1));
}

namespace {

void refuseBlankName(JsonReader &reader, const QString &name)
{
    if (!name.isEmpty() && name.trimmed().isEmpty())
        reader.addFault("name"_L1, u"Must not be blank"_s);
}

} // namespace

Result<NewChannel> NewChannel::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewChannel channel{
        .name = reader.string("name"_L1, {.min = 1, .max = Channel::kMaxName}),
        .type = ChannelType::Public,
        .topic = reader.optionalString("topic"_L1, {.max = Channel::kMaxTopic}).value_or(QString()),
        .slug = reader.optionalString("slug"_L1),
    };
    refuseBlankName(reader, channel.name);
    const auto name = reader.optionalString("type"_L1);
    const auto type = channelTypeFromName(name.value_or(u"public"_s));
    if (!type || *type == ChannelType::Direct)
        reader.addFault("type"_L1, u"Must be public or private"_s);
    channel.type = type.value_or(ChannelType::Public);
    if (const auto fault = reader.error())
        return fail(*fault);
    return channel;
}

Schema NewChannel::schema()
{
    return Schema::object("NewChannel"_L1)
        .with("name"_L1, Schema::string({.min = 1, .max = Channel::kMaxName}))
        .with("type"_L1, Schema::names({"public"_L1, "private"_L1}).optional())
        .with("topic"_L1, Schema::string({.max = Channel::kMaxTopic}).optional())
        .with("slug"_L1,
              Schema::string().optional().about("Of public channels only; made from the name where absent"_L1));
}

QJsonObject NewChannel::toJson() const
{
    QJsonObject object{{"name"_L1, name}, {"type"_L1, channelTypeName(type)}, {"topic"_L1, topic}};
    if (slug)
        object.insert("slug"_L1, *slug);
    return object;
}

Result<ChannelChange> ChannelChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    ChannelChange change{
        .name = reader.optionalString("name"_L1, {.min = 1, .max = Channel::kMaxName}),
        .topic = reader.optionalString("topic"_L1, {.max = Channel::kMaxTopic}),
        .slug = reader.optionalString("slug"_L1),
    };
    refuseBlankName(reader, change.name.value_or(QString()));
    if (const auto fault = reader.error())
        return fail(*fault);
    return change;
}

Schema ChannelChange::schema()
{
    return Schema::object("ChannelChange"_L1)
        .with("name"_L1, Schema::string({.min = 1, .max = Channel::kMaxName}).optional())
        .with("topic"_L1, Schema::string({.max = Channel::kMaxTopic}).optional())
        .with("slug"_L1, Schema::string().optional());
}

QJsonObject ChannelChange::toJson() const
{
    QJsonObject object;
    if (name)
        object.insert("name"_L1, *name);
    if (topic)
        object.insert("topic"_L1, *topic);
    if (slug)
        object.insert("slug"_L1, *slug);
    return object;
}

Result<RetentionChange> RetentionChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    if (!reader.has("days"_L1))
        reader.addFault("days"_L1, u"This field is required"_s);
    const RetentionChange change{.days = reader.optionalInteger("days"_L1, 0, Channel::kMaxRetentionDays)};
    if (const auto fault = reader.error())
        return fail(*fault);
    return change;
}

Schema RetentionChange::schema()
{
    return Schema::object("RetentionChange"_L1)
        .with("days"_L1,
              Schema::integer(0, Channel::kMaxRetentionDays)
                  .orNull()
                  .about("null: as the server has it; 0: messages stay for ever"_L1)
                  .example(90));
}

Result<PeopleList> PeopleList::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    const QStringList texts = reader.strings("user_ids"_L1, kMaxPeople);
    PeopleList people;
    for (const QString &text : texts) {
        const auto id = UserId::fromString(text);
        if (id && !people.userIds.contains(*id))
            people.userIds.append(*id);
        else if (!id)
            reader.addFault("user_ids"_L1, u"Must be a list of user ids"_s);
    }
    if (reader.ok() && texts.isEmpty())
        reader.addFault("user_ids"_L1, u"Must name at least one person"_s);
    if (const auto fault = reader.error())
        return fail(*fault);
    return people;
}

Schema PeopleList::schema()
{
    return Schema::object("PeopleList"_L1)
        .with("user_ids"_L1, Schema::array(Schema::id<UserId>(), {.min = 1, .max = kMaxPeople}));
}

QJsonObject PeopleList::toJson() const
{
    return {{"user_ids"_L1, idArray(userIds)}};
}

} // namespace plexi::protocol
