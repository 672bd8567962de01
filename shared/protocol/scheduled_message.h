// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/protocol/message.h"

namespace plexi {

struct ScheduledTag {
    static constexpr QLatin1StringView kPrefix{"scheduled_"};
};
using ScheduledId = Id<ScheduledTag>;

} // namespace plexi

namespace plexi::protocol {

/** A message that waits for its time; once sent it is a message like any other, and this is gone. */
struct ScheduledMessage {
    ScheduledId id;
    ChannelId channelId;
    QString content;
    ContentType contentType = ContentType::Text;
    /** People named beside those in the content. */
    QList<UserId> mentions;
    std::optional<MessageId> threadId;
    std::optional<MessageId> replyTo;
    std::optional<QString> clientMessageId;
    Timestamp sendAt;
    Timestamp createdAt;
    /** Why it could not be sent when its time had come. */
    std::optional<Error> failure = std::nullopt;

    QJsonObject toJson() const;
    static Result<ScheduledMessage> fromJson(const QJsonObject &object);
    static Schema schema();
    /** As POST /messages would have it. */
    NewMessage draft() const;
};

/** The body of POST /messages/scheduled: a message, and when. */
struct NewScheduled {
    NewMessage message;
    Timestamp sendAt;

    static Result<NewScheduled> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body of PUT /messages/scheduled/{scheduled_id}: only what is there is changed. */
struct ScheduledChange {
    std::optional<QString> content;
    std::optional<ContentType> contentType;
    std::optional<Timestamp> sendAt;

    static Result<ScheduledChange> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
