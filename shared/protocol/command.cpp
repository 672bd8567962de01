// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/command.h"

#include "shared/protocol/json_writer.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

void writeOrNull(JsonWriter &writer, const std::optional<QJsonObject> &object)
{
    if (object)
        writer.value(*object);
    else
        writer.null();
}

} // namespace

QJsonObject CommandInfo::toJson() const
{
    return {{"name"_L1, name}, {"arguments"_L1, arguments}, {"description"_L1, description}};
}

Schema CommandInfo::schema()
{
    return Schema::object("Command"_L1)
        .with("name"_L1, Schema::string().about("Without the slash"_L1).example("topic"_L1))
        .with("arguments"_L1, Schema::string().about("What follows it"_L1))
        .with("description"_L1, Schema::string());
}

QByteArray CommandAnswer::toJson() const
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("command"_L1, command);
    writer.name("text"_L1);
    if (text.isEmpty())
        writer.null();
    else
        writer.value(text);
    writer.name("message"_L1);
    if (message)
        message->write(writer);
    else
        writer.null();
    writer.name("channel"_L1);
    writeOrNull(writer, channel.transform(&Channel::toJson));
    writer.name("scheduled"_L1);
    writeOrNull(writer, scheduled.transform(&ScheduledMessage::toJson));
    writer.endObject();
    return writer.take();
}

Schema CommandAnswer::schema()
{
    return Schema::object("CommandAnswer"_L1)
        .with("command"_L1, Schema::string())
        .with("text"_L1, Schema::string().orNull().about("For the eyes of who called it"_L1))
        .with("message"_L1, Message::schema().orNull().about("What it posted"_L1))
        .with("channel"_L1, Channel::schema().orNull().about("What it changed"_L1))
        .with("scheduled"_L1, ScheduledMessage::schema().orNull().about("What it will post"_L1));
}

} // namespace plexi::protocol
