// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/message.h"
#include "shared/protocol/user.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>
#include <variant>

/** The server's frames (contract, section 6): one struct each, written by encodeFrame() and read by decodeFrame(). */
namespace plexi::protocol {

// Answers to one socket.

struct ReadyFrame {
    User user;
    /** The session's id, or nothing for an API key. */
    std::optional<SessionId> session;
};

struct SubscribedFrame {
    struct Subscription {
        ChannelId channelId;
        qint64 seq = 0;
    };
    QList<Subscription> channels;
    /** As the client wrote them: what is unknown or may not be read. */
    QStringList denied;
};

struct AckFrame {
    std::optional<QString> clientMessageId;
    Message message;
};

struct ErrorFrame {
    Error error;
};

struct PongFrame {
};

// Events of a channel or of a person.

struct MessageCreated {
    Message message;
};
struct MessageUpdated {
    Message message;
};
/** The tombstone. */
struct MessageDeleted {
    Message message;
};

struct ReactionChanged {
    MessageId messageId;
    ChannelId channelId;
    UserId userId;
    QString emoji;
    bool added = true;
    qint64 seq = 0;
};

struct PinChanged {
    MessageId messageId;
    ChannelId channelId;
    UserId userId;
    bool added = true;
    qint64 seq = 0;
};

struct TypingChanged {
    ChannelId channelId;
    UserId userId;
    bool isTyping = true;
};

struct PresenceChanged {
    UserId userId;
    PresenceStatus status = PresenceStatus::Offline;
    std::optional<Timestamp> lastSeen;
};

struct ChannelCreated {
    Channel channel;
};
struct ChannelUpdated {
    Channel channel;
};
struct ChannelDeleted {
    Channel channel;
};
struct MemberJoined {
    ChannelId channelId;
    UserId userId;
};
struct MemberLeft {
    ChannelId channelId;
    UserId userId;
};

/** A member became owner, or the other way round. */
struct MemberUpdated {
    ChannelId channelId;
    UserId userId;
    ChannelRole role = ChannelRole::Member;
};

/** The person's own read marker moved, on one of their devices. */
struct ReadMarkerMoved {
    ChannelId channelId;
    std::optional<MessageId> messageId;
};

using Event = std::variant<ReadyFrame, SubscribedFrame, AckFrame, ErrorFrame, PongFrame, MessageCreated, MessageUpdated,
                           MessageDeleted, ReactionChanged, PinChanged, TypingChanged, PresenceChanged, ChannelCreated,
                           ChannelUpdated, ChannelDeleted, MemberJoined, MemberLeft, MemberUpdated, ReadMarkerMoved>;

/** The frame's `type`. */
QLatin1StringView eventName(const Event &event);

/** The frame as UTF-8 JSON. @p replyTo is the client frame's `id`, repeated where it had one. */
QByteArray encodeFrame(const Event &event, const QJsonValue &replyTo = QJsonValue::Undefined);

struct DecodedFrame {
    Event event;
    QJsonValue replyTo = QJsonValue::Undefined;
};

/** For clients. A type we don't know is ValidationError with details.field "type"; callers skip those frames. */
Result<DecodedFrame> decodeFrame(const QByteArray &json);

} // namespace plexi::protocol
