// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shared/protocol/samples.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

User sampleUser()
{
    User user;
    user.id = UserId(123);
    user.username = u"anna"_s;
    user.displayName = u"Anna \U0001F44B \"quoted\" \\ <b>"_s;
    user.avatarUrl = u"/users/user_123/avatar"_s;
    user.roles = {u"admin"_s, u"user"_s};
    user.createdAt = Timestamp{1'735'689'600'001};
    user.isActive = false;
    user.status = PresenceStatus::Dnd;
    user.lastSeen = Timestamp{1'736'937'000'002};
    return user;
}

User sampleOwnUser()
{
    User user = sampleUser();
    user.own = User::Private{.email = u"anna@example.org"_s,
                             .permissions = {u"system.manage"_s},
                             .lastLogin = Timestamp{1'736'937'000'003},
                             .preferences = {{"theme"_L1, "dark"_L1}, {"nested"_L1, QJsonObject{{"x"_L1, true}}}}};
    return user;
}

Message sampleMessage()
{
    Message message;
    message.id = MessageId(11);
    message.channelId = ChannelId(12);
    message.userId = UserId(13);
    message.content = u"Hello @boris,\nline two \u2028 \U0001F600"_s;
    message.contentType = ContentType::Markdown;
    message.createdAt = Timestamp{1'736'937'000'004};
    message.updatedAt = Timestamp{1'736'937'000'005};
    message.mentions = {UserId(14), UserId(15)};
    message.mentionsChannel = true;
    message.reactions = {{.emoji = u"\U0001F44D"_s, .userIds = {UserId(14)}},
                         {.emoji = u"tada"_s, .userIds = {UserId(14), UserId(15)}}};
    message.threadId = MessageId(9);
    message.replyTo = MessageId(10);
    message.isEdited = true;
    message.isPinned = true;
    message.replyCount = 3;
    message.lastReplyAt = Timestamp{1'736'937'000'006};
    message.seq = (1LL << 52) - 1;
    message.clientMessageId = u"c-1"_s;
    return message;
}

Message sampleTombstone()
{
    Message message;
    message.id = MessageId(21);
    message.channelId = ChannelId(12);
    message.userId = UserId(13);
    message.createdAt = Timestamp{1};
    message.isDeleted = true;
    message.seq = 5;
    return message;
}

Channel sampleChannel()
{
    Channel channel;
    channel.id = ChannelId(12);
    channel.slug = u"general"_s;
    channel.name = u"General \U0001F3E0"_s;
    channel.type = ChannelType::Public;
    channel.topic = u"Everything"_s;
    channel.createdBy = UserId(13);
    channel.createdAt = Timestamp{1'736'937'000'007};
    channel.memberCount = 42;
    channel.seq = 77;
    return channel;
}

Channel sampleDirectChannel()
{
    Channel channel = sampleChannel();
    channel.slug = std::nullopt;
    channel.name = QString();
    channel.type = ChannelType::Direct;
    channel.createdBy = std::nullopt;
    channel.memberIds = {UserId(13), UserId(14)};
    return channel;
}

QList<Event> sampleEvents()
{
    const ChannelId channel(12);
    const UserId user(13);
    const MessageId message(11);
    return {
        ReadyFrame{sampleOwnUser(), SessionId(7)},
        ReadyFrame{sampleUser(), std::nullopt},
        SubscribedFrame{.channels = {{channel, 5}, {ChannelId(13), 0}}, .denied = {u"secret"_s, u"channel_99"_s}},
        SubscribedFrame{},
        AckFrame{u"c-1"_s, sampleMessage()},
        AckFrame{std::nullopt, sampleTombstone()},
        ErrorFrame{{.code = ErrorCode::RateLimitExceeded,
                    .message = u"Slower"_s,
                    .details = {{"limit"_L1, 100}},
                    .retryAfter = 12}},
        ErrorFrame{{.code = ErrorCode::InvalidToken, .message = QString()}},
        PongFrame{},
        MessageCreated{sampleMessage()},
        MessageUpdated{sampleMessage()},
        MessageDeleted{sampleTombstone()},
        ReactionChanged{message, channel, user, u"\U0001F44D"_s, false, 6},
        PinChanged{message, channel, user, false, 7},
        TypingChanged{channel, user, false},
        PresenceChanged{user, PresenceStatus::Away, Timestamp{1'736'937'000'008}},
        PresenceChanged{user, PresenceStatus::Offline, std::nullopt},
        ChannelCreated{sampleChannel()},
        ChannelUpdated{sampleDirectChannel()},
        ChannelDeleted{sampleChannel()},
        MemberJoined{channel, user},
        MemberLeft{channel, user},
        MemberUpdated{channel, user, ChannelRole::Owner},
        ReadMarkerMoved{channel, message},
        ReadMarkerMoved{channel, std::nullopt},
    };
}

QList<ClientRequest> sampleRequests()
{
    NewMessage message;
    message.channel = u"general"_s;
    message.content = u"Hello \U0001F600"_s;
    message.contentType = ContentType::Markdown;
    message.mentions = {UserId(14)};
    message.replyTo = MessageId(10);
    message.threadId = MessageId(9);
    message.clientMessageId = u"c-1"_s;
    return {
        AuthRequest{u"token"_s},
        SubscribeRequest{{u"general"_s, u"channel_12"_s}},
        SubscribeRequest{},
        UnsubscribeRequest{{u"general"_s}},
        SendMessageRequest{message},
        TypingRequest{u"general"_s, true},
        TypingRequest{u"channel_12"_s, false},
        PresenceRequest{PresenceStatus::Dnd},
        WatchPresenceRequest{{UserId(13), UserId(14)}},
        PingRequest{},
    };
}

} // namespace plexi::protocol::test
