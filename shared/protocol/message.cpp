// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/message.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/message_members.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr qsizetype kMaxMentions = 200;

void writeReaction(JsonWriter &writer, const Reaction &reaction)
{
    writer.beginObject();
    writer.member("emoji"_L1, reaction.emoji);
    writer.member("count"_L1, reaction.count());
    writer.member("user_ids"_L1, reaction.userIds);
    writer.endObject();
}

QList<UserId> userIds(const QStringList &texts)
{
    QList<UserId> ids;
    for (const QString &text : texts) {
        if (const auto id = UserId::fromString(text))
            ids.append(*id);
    }
    return ids;
}

QList<Reaction> reactionsFromJson(const QJsonArray &array)
{
    QList<Reaction> reactions;
    for (const auto &element : array) {
        JsonReader reader(element.toObject());
        Reaction reaction{.emoji = reader.string("emoji"_L1),
                          .userIds = userIds(reader.strings("user_ids"_L1, 100'000))};
        const qint64 listed = reaction.userIds.size();
        reaction.unlisted = reader.optionalInteger("count"_L1, listed, JsonReader::kMaxCount).value_or(listed) - listed;
        reactions.append(std::move(reaction));
    }
    return reactions;
}

/** Without what cannot be read: a message is shown anyway. */
QList<File> filesFromJson(const QJsonArray &array)
{
    QList<File> files;
    for (const auto &element : array) {
        if (auto file = File::fromJson(element.toObject()))
            files.append(std::move(*file));
    }
    return files;
}

std::optional<ContentType> readContentType(JsonReader &reader)
{
    const auto name = reader.optionalString("content_type"_L1);
    if (!name)
        return std::nullopt;
    const auto type = contentTypeFromName(*name);
    if (!type)
        reader.addFault("content_type"_L1, u"Must be text or markdown"_s);
    return type;
}

std::optional<QList<UserId>> readMentions(JsonReader &reader)
{
    const auto mentioned = reader.optionalStrings("mentions"_L1, kMaxMentions);
    if (!mentioned)
        return std::nullopt;
    QList<UserId> ids = userIds(*mentioned);
    if (ids.size() != mentioned->size())
        reader.addFault("mentions"_L1, u"Must be a list of user ids"_s);
    return ids;
}

QList<FileId> readAttachments(JsonReader &reader)
{
    const auto named = reader.optionalStrings("attachments"_L1, File::kMaxAttachments).value_or(QStringList());
    QList<FileId> ids;
    for (const QString &text : named) {
        const auto id = FileId::fromString(text);
        if (!id)
            reader.addFault("attachments"_L1, u"Must be a list of file ids"_s);
        else if (!ids.contains(*id))
            ids.append(*id);
    }
    return ids;
}

} // namespace

QLatin1StringView contentTypeName(ContentType type)
{
    return type == ContentType::Markdown ? "markdown"_L1 : "text"_L1;
}

std::optional<ContentType> contentTypeFromName(QStringView name)
{
    if (name == "text"_L1)
        return ContentType::Text;
    if (name == "markdown"_L1)
        return ContentType::Markdown;
    return std::nullopt;
}

void Message::write(JsonWriter &writer) const
{
    writer.beginObject();
    writeMembers(writer, *this);
    writer.endObject();
}

void writeMembers(JsonWriter &writer, const Message &message)
{
    writer.member("id"_L1, message.id);
    writer.member("channel_id"_L1, message.channelId);
    writer.member("user_id"_L1, message.userId);
    writer.member("content"_L1, message.content);
    writer.member("content_type"_L1, contentTypeName(message.contentType));
    writer.member("created_at"_L1, message.createdAt);
    writer.member("updated_at"_L1, message.updatedAt);
    writer.name("attachments"_L1);
    writer.beginArray();
    for (const File &file : message.attachments)
        file.write(writer);
    writer.endArray();
    writer.member("mentions"_L1, message.mentions);
    writer.member("mentions_channel"_L1, message.mentionsChannel);
    writer.name("reactions"_L1);
    writer.beginArray();
    for (const Reaction &reaction : message.reactions)
        writeReaction(writer, reaction);
    writer.endArray();
    writer.member("thread_id"_L1, message.threadId);
    writer.member("reply_to"_L1, message.replyTo);
    writer.member("is_edited"_L1, message.isEdited);
    writer.member("is_deleted"_L1, message.isDeleted);
    writer.member("is_pinned"_L1, message.isPinned);
    writer.member("reply_count"_L1, message.replyCount);
    writer.member("last_reply_at"_L1, message.lastReplyAt);
    writer.member("seq"_L1, message.seq);
    writer.member("client_message_id"_L1, message.clientMessageId);
    writer.name("link_previews"_L1);
    writer.beginArray();
    for (const LinkPreview &preview : message.linkPreviews)
        preview.write(writer);
    writer.endArray();
}

QByteArray Message::toJson() const
{
    JsonWriter writer;
    write(writer);
    return writer.take();
}

Result<Message> Message::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    Message message{
        .id = reader.id<MessageId>("id"_L1),
        .channelId = reader.id<ChannelId>("channel_id"_L1),
        .userId = reader.id<UserId>("user_id"_L1),
        .content = reader.string("content"_L1, {.max = kMaxContent}),
        .contentType = contentTypeFromName(reader.optionalString("content_type"_L1).value_or(QString()))
                           .value_or(ContentType::Text),
        .createdAt = reader.timestamp("created_at"_L1),
        .updatedAt = reader.optionalTimestamp("updated_at"_L1),
        .attachments = filesFromJson(reader.optionalArray("attachments"_L1).value_or(QJsonArray())),
        .mentions = userIds(reader.optionalStrings("mentions"_L1, 100'000).value_or(QStringList())),
        .mentionsChannel = reader.optionalBoolean("mentions_channel"_L1).value_or(false),
        .reactions = reactionsFromJson(reader.optionalArray("reactions"_L1).value_or(QJsonArray())),
        .threadId = reader.optionalId<MessageId>("thread_id"_L1),
        .replyTo = reader.optionalId<MessageId>("reply_to"_L1),
        .isEdited = reader.optionalBoolean("is_edited"_L1).value_or(false),
        .isDeleted = reader.optionalBoolean("is_deleted"_L1).value_or(false),
        .isPinned = reader.optionalBoolean("is_pinned"_L1).value_or(false),
        .replyCount = reader.optionalInteger("reply_count"_L1, 0, JsonReader::kMaxCount).value_or(0),
        .lastReplyAt = reader.optionalTimestamp("last_reply_at"_L1),
        .seq = reader.integer("seq"_L1, 0, JsonReader::kMaxCount),
        .clientMessageId = reader.optionalString("client_message_id"_L1),
        .linkPreviews = LinkPreview::listFromJson(reader.optionalArray("link_previews"_L1).value_or(QJsonArray())),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return message;
}

Schema Message::schema()
{
    const Schema reaction = Schema::object("Reaction"_L1)
                                .with("emoji"_L1, Schema::string())
                                .with("count"_L1, Schema::integer(1))
                                .with("user_ids"_L1,
                                      Schema::array(Schema::id<UserId>(), {.max = Reaction::kMaxListed})
                                          .about("Who reacted first; count tells of all"_L1));
    return Schema::object("Message"_L1)
        .with("id"_L1, Schema::id<MessageId>())
        .with("channel_id"_L1, Schema::id<ChannelId>())
        .with("user_id"_L1, Schema::id<UserId>())
        .with("content"_L1, Schema::string({.max = kMaxContent}).about("Empty where is_deleted"_L1))
        .with("content_type"_L1, Schema::names({"text"_L1, "markdown"_L1}))
        .with("created_at"_L1, Schema::timestamp())
        .with("updated_at"_L1, Schema::timestamp().orNull())
        .with("attachments"_L1, Schema::array(File::schema()))
        .with("mentions"_L1, Schema::array(Schema::id<UserId>()))
        .with("mentions_channel"_L1, Schema::boolean())
        .with("reactions"_L1, Schema::array(reaction))
        .with("thread_id"_L1, Schema::id<MessageId>().orNull())
        .with("reply_to"_L1, Schema::id<MessageId>().orNull())
        .with("is_edited"_L1, Schema::boolean())
        .with("is_deleted"_L1, Schema::boolean())
        .with("is_pinned"_L1, Schema::boolean())
        .with("reply_count"_L1, Schema::integer())
        .with("last_reply_at"_L1, Schema::timestamp().orNull())
        .with("seq"_L1, Schema::integer().about("The channel's counter at the last change"_L1))
        .with("client_message_id"_L1, Schema::string().orNull())
        .with("link_previews"_L1, Schema::array(LinkPreview::schema(), {.max = LinkPreview::kMaxCount}));
}

QJsonObject MessageVersion::toJson() const
{
    return {{"version"_L1, version},
            {"content"_L1, content},
            {"content_type"_L1, contentTypeName(contentType)},
            {"written_at"_L1, writtenAt.toIso()}};
}

Schema MessageVersion::schema()
{
    return Schema::object("MessageVersion"_L1)
        .with("version"_L1, Schema::integer(1))
        .with("content"_L1, Schema::string())
        .with("content_type"_L1, Schema::names({"text"_L1, "markdown"_L1}))
        .with("written_at"_L1, Schema::timestamp());
}

Result<NewMessage> NewMessage::fromJson(const QJsonObject &object, const QString &path)
{
    JsonReader reader(object, path);
    NewMessage message{
        .channel = reader.string("channel_id"_L1, {.min = 1, .max = 100}),
        .content = {},
        .contentType = ContentType::Text,
        .mentions = {},
        .replyTo = reader.optionalId<MessageId>("reply_to"_L1),
        .threadId = reader.optionalId<MessageId>("thread_id"_L1),
        .clientMessageId = reader.optionalString("client_message_id"_L1, {.min = 1, .max = 64}),
    };
    message.contentType = readContentType(reader).value_or(ContentType::Text);
    message.mentions = readMentions(reader).value_or(QList<UserId>());
    message.attachments = readAttachments(reader);
    if (message.attachments.isEmpty())
        message.content = reader.string("content"_L1, {.min = 1, .max = Message::kMaxContent});
    else
        message.content = reader.optionalString("content"_L1, {.max = Message::kMaxContent}).value_or(u""_s);
    if (const auto fault = reader.error())
        return fail(*fault);
    return message;
}

Schema NewMessage::schema()
{
    return Schema::object("NewMessage"_L1)
        .with("channel_id"_L1, Schema::string({.min = 1, .max = 100}).about("An id or a slug"_L1).example("general"_L1))
        .with("content"_L1,
              Schema::string({.max = Message::kMaxContent})
                  .sometimes()
                  .about("May be empty or absent only where there are attachments"_L1))
        .with("content_type"_L1, Schema::names({"text"_L1, "markdown"_L1}).optional())
        .with("mentions"_L1, Schema::array(Schema::id<UserId>(), {.max = kMaxMentions}).optional())
        .with("attachments"_L1,
              Schema::array(Schema::id<FileId>(), {.max = File::kMaxAttachments})
                  .optional()
                  .about("One's own files that were not sent yet, or files of the channel"_L1))
        .with("reply_to"_L1, Schema::id<MessageId>().optional())
        .with("thread_id"_L1, Schema::id<MessageId>().optional())
        .with("client_message_id"_L1,
              Schema::string({.min = 1, .max = 64})
                  .optional()
                  .about("Unique per sender: a repeat answers with the first message"_L1));
}

QJsonObject NewMessage::toJson() const
{
    QJsonObject object{
        {"channel_id"_L1, channel},
        {"content"_L1, content},
        {"content_type"_L1, contentTypeName(contentType)},
        {"mentions"_L1, idArray(mentions)},
    };
    if (replyTo)
        object.insert("reply_to"_L1, replyTo->toString());
    if (threadId)
        object.insert("thread_id"_L1, threadId->toString());
    if (clientMessageId)
        object.insert("client_message_id"_L1, *clientMessageId);
    if (!attachments.isEmpty())
        object.insert("attachments"_L1, idArray(attachments));
    return object;
}

Result<MessageChange> MessageChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    MessageChange change{
        .content = reader.string("content"_L1, {.min = 1, .max = Message::kMaxContent}),
        .contentType = readContentType(reader),
        .mentions = readMentions(reader),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return change;
}

Schema MessageChange::schema()
{
    return Schema::object("MessageChange"_L1)
        .with("content"_L1, Schema::string({.min = 1, .max = Message::kMaxContent}))
        .with("content_type"_L1, Schema::names({"text"_L1, "markdown"_L1}).optional())
        .with("mentions"_L1, Schema::array(Schema::id<UserId>(), {.max = kMaxMentions}).optional());
}

QJsonObject MessageChange::toJson() const
{
    QJsonObject object{{"content"_L1, content}};
    if (contentType)
        object.insert("content_type"_L1, contentTypeName(*contentType));
    if (mentions)
        object.insert("mentions"_L1, idArray(*mentions));
    return object;
}

} // namespace plexi::protocol
