// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/thread.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

void writeMembers(JsonWriter &writer, const ThreadState &state)
{
    writer.member("thread_id"_L1, state.threadId);
    writer.member("channel_id"_L1, state.channelId);
    writer.member("is_following"_L1, state.isFollowing);
    writer.member("unread_count"_L1, state.unreadCount);
    writer.member("last_read_message_id"_L1, state.lastReadMessageId);
}

} // namespace

void ThreadState::write(JsonWriter &writer) const
{
    writer.beginObject();
    writeMembers(writer, *this);
    writer.endObject();
}

QByteArray ThreadState::toJson() const
{
    JsonWriter writer;
    write(writer);
    return writer.take();
}

Result<ThreadState> ThreadState::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    const ThreadState state{
        .threadId = reader.id<MessageId>("thread_id"_L1),
        .channelId = reader.id<ChannelId>("channel_id"_L1),
        .isFollowing = reader.boolean("is_following"_L1),
        .unreadCount = reader.integer("unread_count"_L1, 0, JsonReader::kMaxCount),
        .lastReadMessageId = reader.optionalId<MessageId>("last_read_message_id"_L1),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return state;
}

Schema ThreadState::schema()
{
    return Schema::object("ThreadState"_L1)
        .with("thread_id"_L1, Schema::id<MessageId>().about("The thread's root"_L1))
        .with("channel_id"_L1, Schema::id<ChannelId>())
        .with("is_following"_L1, Schema::boolean())
        .with("unread_count"_L1, Schema::integer().about("Others' replies after the marker, deleted ones excepted"_L1))
        .with("last_read_message_id"_L1, Schema::id<MessageId>().orNull().about("Null before the first reply"_L1));
}

QByteArray ThreadPage::toJson() const
{
    JsonWriter writer;
    writer.beginObject();
    writer.name("threads"_L1);
    writer.beginArray();
    for (const Entry &entry : threads) {
        writer.beginObject();
        writeMembers(writer, entry.state);
        writer.name("message"_L1);
        entry.root.write(writer);
        writer.endObject();
    }
    writer.endArray();
    writer.name("pagination"_L1);
    writer.beginObject();
    writer.member("has_more"_L1, hasMore);
    writer.member("total_count"_L1, totalCount);
    writer.member("next_cursor"_L1, nextCursor);
    writer.endObject();
    writer.endObject();
    return writer.take();
}

Result<ThreadPage> ThreadPage::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    const QJsonArray array = reader.array("threads"_L1);
    JsonReader numbers(reader.optionalObject("pagination"_L1).value_or(QJsonObject()), u"pagination"_s);
    ThreadPage page;
    page.hasMore = numbers.boolean("has_more"_L1);
    page.totalCount = numbers.integer("total_count"_L1, 0, JsonReader::kMaxCount);
    page.nextCursor = numbers.optionalId<MessageId>("next_cursor"_L1);
    reader.addFaultsOf(numbers);
    if (const auto fault = reader.error())
        return fail(*fault);
    for (const auto &element : array) {
        auto state = ThreadState::fromJson(element.toObject());
        if (!state)
            return fail(std::move(state.error()));
        auto root = Message::fromJson(element["message"_L1].toObject());
        if (!root)
            return fail(std::move(root.error()));
        page.threads.append({.state = *state, .root = std::move(*root)});
    }
    return page;
}

Schema ThreadPage::schema()
{
    const Schema entry = ThreadState::schema().named("FollowedThread"_L1).with("message"_L1, Message::schema());
    const Schema cursor = Schema::object("ThreadCursor"_L1)
                              .with("has_more"_L1, Schema::boolean())
                              .with("total_count"_L1, Schema::integer())
                              .with("next_cursor"_L1,
                                    Schema::id<MessageId>().orNull().about("To be given as before"_L1));
    return Schema::object("ThreadPage"_L1).with("threads"_L1, Schema::array(entry)).with("pagination"_L1, cursor);
}

} // namespace plexi::protocol
