// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/event.h"

#include "shared/core/overloaded.h"
#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

void writeReactionChange(JsonWriter &writer, const ReactionChanged &e)
{
    writer.beginObject();
    writer.member("message_id"_L1, e.messageId);
    writer.member("channel_id"_L1, e.channelId);
    writer.member("user_id"_L1, e.userId);
    writer.member("emoji"_L1, e.emoji);
    writer.member("added"_L1, e.added);
    writer.member("seq"_L1, e.seq);
    writer.endObject();
}

void writePin(JsonWriter &writer, const PinChanged &e)
{
    writer.beginObject();
    writer.member("message_id"_L1, e.messageId);
    writer.member("channel_id"_L1, e.channelId);
    writer.member("user_id"_L1, e.userId);
    writer.member("added"_L1, e.added);
    writer.member("seq"_L1, e.seq);
    writer.endObject();
}

void writeMember(JsonWriter &writer, ChannelId channel, UserId user)
{
    writer.beginObject();
    writer.member("channel_id"_L1, channel);
    writer.member("user_id"_L1, user);
    writer.endObject();
}

void writeMemberUpdated(JsonWriter &writer, const MemberUpdated &e)
{
    writer.beginObject();
    writer.member("channel_id"_L1, e.channelId);
    writer.member("user_id"_L1, e.userId);
    writer.member("role"_L1, channelRoleName(e.role));
    writer.endObject();
}

void writeTyping(JsonWriter &writer, const TypingChanged &e)
{
    writer.beginObject();
    writer.member("channel_id"_L1, e.channelId);
    writer.member("user_id"_L1, e.userId);
    writer.member("is_typing"_L1, e.isTyping);
    writer.endObject();
}

void writePresence(JsonWriter &writer, const PresenceChanged &e)
{
    writer.beginObject();
    writer.member("user_id"_L1, e.userId);
    writer.member("status"_L1, presenceName(e.status));
    writer.member("last_seen"_L1, e.lastSeen);
    writer.endObject();
}

void writeReady(JsonWriter &writer, const ReadyFrame &e)
{
    writer.beginObject();
    writer.member("user"_L1, e.user.toJson());
    writer.member("session"_L1, e.session);
    writer.endObject();
}

void writeSubscribed(JsonWriter &writer, const SubscribedFrame &e)
{
    writer.beginObject();
    writer.name("channels"_L1);
    writer.beginArray();
    for (const auto &subscription : e.channels) {
        writer.beginObject();
        writer.member("channel_id"_L1, subscription.channelId);
        writer.member("seq"_L1, subscription.seq);
        writer.endObject();
    }
    writer.endArray();
    writer.member("denied"_L1, e.denied);
    writer.endObject();
}

void writeAck(JsonWriter &writer, const AckFrame &e)
{
    writer.beginObject();
    writer.member("client_message_id"_L1, e.clientMessageId);
    writer.name("message"_L1);
    e.message.write(writer);
    writer.endObject();
}

void writeError(JsonWriter &writer, const ErrorFrame &e)
{
    writer.beginObject();
    writer.member("code"_L1, errorName(e.error.code));
    writer.member("message"_L1, e.error.message);
    if (!e.error.details.isEmpty())
        writer.member("details"_L1, e.error.details);
    if (e.error.retryAfter)
        writer.member("retry_after"_L1, *e.error.retryAfter);
    writer.endObject();
}

void writeRead(JsonWriter &writer, const ReadMarkerMoved &e)
{
    writer.beginObject();
    writer.member("channel_id"_L1, e.channelId);
    writer.member("message_id"_L1, e.messageId);
    writer.endObject();
}

void writeData(JsonWriter &writer, const Event &event)
{
    std::visit(Overloaded{
                   [&writer](const ReadyFrame &e) { writeReady(writer, e); },
                   [&writer](const SubscribedFrame &e) { writeSubscribed(writer, e); },
                   [&writer](const AckFrame &e) { writeAck(writer, e); },
                   [&writer](const ErrorFrame &e) { writeError(writer, e); },
                   [&writer](const PongFrame &) { writer.value(QJsonObject()); },
                   [&writer](const MessageCreated &e) { e.message.write(writer); },
                   [&writer](const MessageUpdated &e) { e.message.write(writer); },
                   [&writer](const MessageDeleted &e) { e.message.write(writer); },
                   [&writer](const ReactionChanged &e) { writeReactionChange(writer, e); },
                   [&writer](const PinChanged &e) { writePin(writer, e); },
                   [&writer](const TypingChanged &e) { writeTyping(writer, e); },
                   [&writer](const PresenceChanged &e) { writePresence(writer, e); },
                   [&writer](const ChannelCreated &e) { writer.value(e.channel.toJson()); },
                   [&writer](const ChannelUpdated &e) { writer.value(e.channel.toJson()); },
                   [&writer](const ChannelDeleted &e) { writer.value(e.channel.toJson()); },
                   [&writer](const MemberJoined &e) { writeMember(writer, e.channelId, e.userId); },
                   [&writer](const MemberLeft &e) { writeMember(writer, e.channelId, e.userId); },
                   [&writer](const MemberUpdated &e) { writeMemberUpdated(writer, e); },
                   [&writer](const ReadMarkerMoved &e) { writeRead(writer, e); },
               },
               event);
}

// Reading. Each makes an event of its data object, or says what is wrong with it.

template <typename Frame>
Result<Event> messageEvent(const QJsonObject &data)
{
    auto message = Message::fromJson(data);
    if (!message)
        return fail(message.error());
    return Frame{std::move(*message)};
}

template <typename Frame>
Result<Event> channelEvent(const QJsonObject &data)
{
    auto channel = Channel::fromJson(data);
    if (!channel)
        return fail(channel.error());
    return Frame{std::move(*channel)};
}

template <typename Frame>
Result<Event> memberEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    Frame event{reader.id<ChannelId>("channel_id"_L1), reader.id<UserId>("user_id"_L1)};
    return reader.checked<Event>(event);
}

Result<Event> readyEvent(const QJsonObject &data)
{
    auto user = User::fromJson(data.value("user"_L1).toObject());
    if (!user)
        return fail(user.error());
    JsonReader reader(data, u"data"_s);
    return reader.checked<Event>(ReadyFrame{std::move(*user), reader.optionalId<SessionId>("session"_L1)});
}

Result<Event> subscribedEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    SubscribedFrame event;
    for (const auto &element : reader.array("channels"_L1)) {
        JsonReader inner(element.toObject(), u"data.channels"_s);
        event.channels.append({inner.id<ChannelId>("channel_id"_L1), inner.integer("seq"_L1, 0, 1LL << 52)});
        if (const auto fault = inner.error())
            return fail(*fault);
    }
    event.denied = reader.strings("denied"_L1);
    return reader.checked<Event>(event);
}

Result<Event> ackEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    auto message = Message::fromJson(reader.optionalObject("message"_L1).value_or(QJsonObject()));
    if (!message)
        return fail(message.error());
    return reader.checked<Event>(AckFrame{reader.optionalString("client_message_id"_L1), std::move(*message)});
}

Result<Event> errorEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    Error error{.code = errorCodeFromName(reader.string("code"_L1)),
                .message = reader.optionalString("message"_L1).value_or(QString()),
                .details = reader.optionalObject("details"_L1).value_or(QJsonObject())};
    if (const auto seconds = reader.optionalInteger("retry_after"_L1, 0, 1 << 30))
        error.retryAfter = static_cast<int>(*seconds);
    return reader.checked<Event>(ErrorFrame{std::move(error)});
}

Result<Event> reactionEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    return reader.checked<Event>(ReactionChanged{.messageId = reader.id<MessageId>("message_id"_L1),
                                                 .channelId = reader.id<ChannelId>("channel_id"_L1),
                                                 .userId = reader.id<UserId>("user_id"_L1),
                                                 .emoji = reader.string("emoji"_L1),
                                                 .added = reader.boolean("added"_L1),
                                                 .seq = reader.integer("seq"_L1, 0, 1LL << 52)});
}

Result<Event> pinEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    return reader.checked<Event>(PinChanged{.messageId = reader.id<MessageId>("message_id"_L1),
                                            .channelId = reader.id<ChannelId>("channel_id"_L1),
                                            .userId = reader.id<UserId>("user_id"_L1),
                                            .added = reader.boolean("added"_L1),
                                            .seq = reader.integer("seq"_L1, 0, 1LL << 52)});
}

Result<Event> typingEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    return reader.checked<Event>(TypingChanged{.channelId = reader.id<ChannelId>("channel_id"_L1),
                                               .userId = reader.id<UserId>("user_id"_L1),
                                               .isTyping = reader.boolean("is_typing"_L1)});
}

Result<Event> presenceEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    const auto status = presenceFromName(reader.string("status"_L1));
    if (!status)
        reader.addFault("status"_L1, u"Unknown status"_s);
    return reader.checked<Event>(PresenceChanged{.userId = reader.id<UserId>("user_id"_L1),
                                                 .status = status.value_or(PresenceStatus::Offline),
                                                 .lastSeen = reader.optionalTimestamp("last_seen"_L1)});
}

Result<Event> memberUpdatedEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    const auto role = channelRoleFromName(reader.string("role"_L1));
    if (!role)
        reader.addFault("role"_L1, u"Unknown role"_s);
    return reader.checked<Event>(MemberUpdated{.channelId = reader.id<ChannelId>("channel_id"_L1),
                                               .userId = reader.id<UserId>("user_id"_L1),
                                               .role = role.value_or(ChannelRole::Member)});
}

Result<Event> readEvent(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    return reader.checked<Event>(ReadMarkerMoved{.channelId = reader.id<ChannelId>("channel_id"_L1),
                                                 .messageId = reader.optionalId<MessageId>("message_id"_L1)});
}

Result<Event> pongEvent(const QJsonObject &)
{
    return PongFrame{};
}

using Decode = Result<Event> (*)(const QJsonObject &);

const QHash<QString, Decode> &decoders()
{
    static const QHash<QString, Decode> table{
        {u"ready"_s, readyEvent},
        {u"subscribed"_s, subscribedEvent},
        {u"ack"_s, ackEvent},
        {u"error"_s, errorEvent},
        {u"pong"_s, pongEvent},
        {u"message"_s, messageEvent<MessageCreated>},
        {u"message_updated"_s, messageEvent<MessageUpdated>},
        {u"message_deleted"_s, messageEvent<MessageDeleted>},
        {u"reaction"_s, reactionEvent},
        {u"pin"_s, pinEvent},
        {u"typing"_s, typingEvent},
        {u"presence"_s, presenceEvent},
        {u"channel_created"_s, channelEvent<ChannelCreated>},
        {u"channel_updated"_s, channelEvent<ChannelUpdated>},
        {u"channel_deleted"_s, channelEvent<ChannelDeleted>},
        {u"member_joined"_s, memberEvent<MemberJoined>},
        {u"member_left"_s, memberEvent<MemberLeft>},
        {u"member_updated"_s, memberUpdatedEvent},
        {u"read"_s, readEvent},
    };
    return table;
}

} // namespace

QLatin1StringView eventName(const Event &event)
{
    return std::visit(Overloaded{
                          [](const ReadyFrame &) { return "ready"_L1; },
                          [](const SubscribedFrame &) { return "subscribed"_L1; },
                          [](const AckFrame &) { return "ack"_L1; },
                          [](const ErrorFrame &) { return "error"_L1; },
                          [](const PongFrame &) { return "pong"_L1; },
                          [](const MessageCreated &) { return "message"_L1; },
                          [](const MessageUpdated &) { return "message_updated"_L1; },
                          [](const MessageDeleted &) { return "message_deleted"_L1; },
                          [](const ReactionChanged &) { return "reaction"_L1; },
                          [](const PinChanged &) { return "pin"_L1; },
                          [](const TypingChanged &) { return "typing"_L1; },
                          [](const PresenceChanged &) { return "presence"_L1; },
                          [](const ChannelCreated &) { return "channel_created"_L1; },
                          [](const ChannelUpdated &) { return "channel_updated"_L1; },
                          [](const ChannelDeleted &) { return "channel_deleted"_L1; },
                          [](const MemberJoined &) { return "member_joined"_L1; },
                          [](const MemberLeft &) { return "member_left"_L1; },
                          [](const MemberUpdated &) { return "member_updated"_L1; },
                          [](const ReadMarkerMoved &) { return "read"_L1; },
                      },
                      event);
}

QByteArray encodeFrame(const Event &event, const QJsonValue &replyTo)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("type"_L1, eventName(event));
    if (!replyTo.isUndefined())
        writer.member("id"_L1, replyTo);
    writer.name("data"_L1);
    writeData(writer, event);
    writer.endObject();
    return writer.take();
}

Result<DecodedFrame> decodeFrame(const QByteArray &json)
{
    const auto frame = parseObject(json);
    if (!frame)
        return fail(frame.error());
    const auto decode = decoders().constFind(frame->value("type"_L1).toString());
    if (decode == decoders().constEnd())
        return fail(Error::validation(u"type"_s, u"Not a known frame"_s));
    auto event = (*decode)(frame->value("data"_L1).toObject());
    if (!event)
        return fail(event.error());
    return DecodedFrame{std::move(*event), frame->value("id"_L1)};
}

} // namespace plexi::protocol
