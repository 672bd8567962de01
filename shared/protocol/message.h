// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/file.h"
#include "shared/protocol/link_preview.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace plexi::protocol {

class JsonWriter;
class Schema;

enum class ContentType { Text, Markdown };

QLatin1StringView contentTypeName(ContentType type);
std::optional<ContentType> contentTypeFromName(QStringView name);

/** Who reacted to a message with one emoji. */
struct Reaction {
    QString emoji;
    /** Who reacted first stands first; at most kMaxListed. */
    QList<UserId> userIds;
    /** How many more reacted than are listed. */
    qint64 unlisted = 0;

    static constexpr qsizetype kMaxListed = 200;

    qint64 count() const { return userIds.size() + unlisted; }

    friend bool operator==(const Reaction &, const Reaction &) = default;
};

/** A message, or the tombstone of a deleted one (@c isDeleted, with empty content). */
struct Message {
    MessageId id;
    ChannelId channelId;
    UserId userId;
    /** 1 to kMaxContent code points; empty in a tombstone, and where files say it all. */
    QString content;
    ContentType contentType = ContentType::Text;
    Timestamp createdAt;
    std::optional<Timestamp> updatedAt;
    /** What it carries. */
    QList<File> attachments = {};
    /** Who is named in it. @channel names everybody where few enough are in the channel, else @c mentionsChannel alone tells. */
    QList<UserId> mentions;
    /** Whether it speaks to everybody in the channel (@channel). */
    bool mentionsChannel = false;
    QList<Reaction> reactions;
    std::optional<MessageId> threadId;
    std::optional<MessageId> replyTo;
    bool isEdited = false;
    bool isDeleted = false;
    bool isPinned = false;
    qint64 replyCount = 0;
    std::optional<Timestamp> lastReplyAt;
    /** The channel's counter at this message's last change. */
    qint64 seq = 0;
    std::optional<QString> clientMessageId;
    /** Of pages that it links to, where the server looks at those; they come after the message. */
    QList<LinkPreview> linkPreviews = {};

    static constexpr qsizetype kMaxContent = 10'000;

    void write(JsonWriter &writer) const;
    /** As UTF-8. */
    QByteArray toJson() const;
    static Result<Message> fromJson(const QJsonObject &object);
    static Schema schema();

    friend bool operator==(const Message &, const Message &) = default;
};

/** What a message said before an edit. */
struct MessageVersion {
    /** 1 is the oldest. */
    qint64 version = 1;
    QString content;
    ContentType contentType = ContentType::Text;
    Timestamp writtenAt;

    QJsonObject toJson() const;
    static Schema schema();

    friend bool operator==(const MessageVersion &, const MessageVersion &) = default;
};

/** The body of POST /messages and of a `send_message` frame, checked. */
struct NewMessage {
    /** An id or a slug, as the caller wrote it. */
    QString channel;
    /** May be empty where there are attachments. */
    QString content;
    ContentType contentType = ContentType::Text;
    QList<UserId> mentions;
    std::optional<MessageId> replyTo;
    std::optional<MessageId> threadId;
    std::optional<QString> clientMessageId;
    /** At most File::kMaxAttachments, each once. */
    QList<FileId> attachments = {};

    /** @p path prefixes field names in faults ("data" for a frame's nested form). */
    static Result<NewMessage> fromJson(const QJsonObject &object, const QString &path = {});
    QJsonObject toJson() const;
    static Schema schema();
};

/** The body of PUT /messages/{id}, checked; what is not there stays. */
struct MessageChange {
    QString content;
    std::optional<ContentType> contentType = std::nullopt;
    /** People named beside those in the content. */
    std::optional<QList<UserId>> mentions = std::nullopt;

    static Result<MessageChange> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;
    static Schema schema();
};

} // namespace plexi::protocol
