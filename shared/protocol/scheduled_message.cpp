// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/scheduled_message.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr auto kSendAt = "send_at"_L1;

QJsonValue failureJson(const std::optional<Error> &failure)
{
    if (!failure)
        return QJsonValue::Null;
    return QJsonObject{{"code"_L1, errorName(failure->code)}, {"message"_L1, failure->message}};
}

std::optional<Error> failureFromJson(const QJsonValue &json)
{
    if (!json.isObject())
        return std::nullopt;
    return Error{.code = errorCodeFromName(json["code"_L1].toString()), .message = json["message"_L1].toString()};
}

QJsonArray faultsOf(const Error &error)
{
    const QJsonArray several = error.details.value("errors"_L1).toArray();
    return several.isEmpty() ? QJsonArray{error.details} : several;
}

/** One error that names what both name. */
Error joined(Error first, const Error &second)
{
    QJsonArray all = faultsOf(first);
    for (const auto &fault : faultsOf(second))
        all.append(fault);
    first.details.insert("errors"_L1, all);
    return first;
}

} // namespace

QJsonObject ScheduledMessage::toJson() const
{
    return {{"id"_L1, id.toString()},
            {"channel_id"_L1, channelId.toString()},
            {"content"_L1, content},
            {"content_type"_L1, contentTypeName(contentType)},
            {"mentions"_L1, idArray(mentions)},
            {"thread_id"_L1, idOrNull(threadId)},
            {"reply_to"_L1, idOrNull(replyTo)},
            {"client_message_id"_L1, nullable(clientMessageId, [](const QString &text) { return text; })},
            {kSendAt, sendAt.toIso()},
            {"created_at"_L1, createdAt.toIso()},
            {"status"_L1, failure ? "failed"_L1 : "pending"_L1},
            {"error"_L1, failureJson(failure)}};
}

Result<ScheduledMessage> ScheduledMessage::fromJson(const QJsonObject &object)
{
    const auto draft = NewMessage::fromJson(object);
    if (!draft)
        return fail(draft.error());
    JsonReader reader(object);
    ScheduledMessage scheduled{
        .id = reader.id<ScheduledId>("id"_L1),
        .channelId = reader.id<ChannelId>("channel_id"_L1),
        .content = draft->content,
        .contentType = draft->contentType,
        .mentions = draft->mentions,
        .threadId = draft->threadId,
        .replyTo = draft->replyTo,
        .clientMessageId = draft->clientMessageId,
        .sendAt = reader.timestamp(kSendAt),
        .createdAt = reader.timestamp("created_at"_L1),
        .failure = failureFromJson(object.value("error"_L1)),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return scheduled;
}

Schema ScheduledMessage::schema()
{
    const Schema failure =
        Schema::object("ScheduledError"_L1).with("code"_L1, Schema::string()).with("message"_L1, Schema::string());
    return Schema::object("ScheduledMessage"_L1)
        .with("id"_L1, Schema::id<ScheduledId>())
        .with("channel_id"_L1, Schema::id<ChannelId>())
        .with("content"_L1, Schema::string())
        .with("content_type"_L1, Schema::names({"text"_L1, "markdown"_L1}))
        .with("mentions"_L1, Schema::array(Schema::id<UserId>()))
        .with("thread_id"_L1, Schema::id<MessageId>().orNull())
        .with("reply_to"_L1, Schema::id<MessageId>().orNull())
        .with("client_message_id"_L1, Schema::string().orNull())
        .with(kSendAt, Schema::timestamp())
        .with("created_at"_L1, Schema::timestamp())
        .with("status"_L1, Schema::names({"pending"_L1, "failed"_L1}))
        .with("error"_L1, failure.orNull().about("Why it could not be sent when its time had come"_L1));
}

NewMessage ScheduledMessage::draft() const
{
    return {.channel = channelId.toString(),
            .content = content,
            .contentType = contentType,
            .mentions = mentions,
            .replyTo = replyTo,
            .threadId = threadId,
            .clientMessageId = clientMessageId};
}

Result<NewScheduled> NewScheduled::fromJson(const QJsonObject &object)
{
    auto message = NewMessage::fromJson(object);
    JsonReader reader(object);
    const Timestamp sendAt = reader.timestamp(kSendAt);
    // Nobody would keep the files until then.
    if (message && !message->attachments.isEmpty())
        reader.addFault("attachments"_L1, u"Files cannot be sent later"_s);
    const auto fault = reader.error();
    if (!message)
        return fail(fault ? joined(std::move(message.error()), *fault) : std::move(message.error()));
    if (fault)
        return fail(*fault);
    return NewScheduled{.message = std::move(*message), .sendAt = sendAt};
}

Schema NewScheduled::schema()
{
    return NewMessage::schema()
        .named("NewScheduledMessage"_L1)
        .with(kSendAt, Schema::timestamp().about("In the future"_L1));
}

Result<ScheduledChange> ScheduledChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    ScheduledChange change{
        .content = reader.optionalString("content"_L1, {.min = 1, .max = Message::kMaxContent}),
        .contentType = std::nullopt,
        .sendAt = reader.optionalTimestamp(kSendAt),
    };
    if (const auto name = reader.optionalString("content_type"_L1)) {
        change.contentType = contentTypeFromName(*name);
        if (!change.contentType)
            reader.addFault("content_type"_L1, u"Must be text or markdown"_s);
    }
    if (const auto fault = reader.error())
        return fail(*fault);
    return change;
}

Schema ScheduledChange::schema()
{
    return Schema::object("ScheduledChange"_L1)
        .with("content"_L1, Schema::string({.min = 1, .max = Message::kMaxContent}).optional())
        .with("content_type"_L1, Schema::names({"text"_L1, "markdown"_L1}).optional())
        .with(kSendAt, Schema::timestamp().optional().about("In the future"_L1));
}

} // namespace plexi::protocol
