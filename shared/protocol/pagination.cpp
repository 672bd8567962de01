// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/pagination.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

QByteArray MessagePage::toJson(QLatin1StringView list) const
{
    JsonWriter writer;
    writer.beginObject();
    writer.name(list);
    writer.beginArray();
    for (const Message &message : messages)
        message.write(writer);
    writer.endArray();
    writer.name("pagination"_L1);
    writer.beginObject();
    writer.member("has_more"_L1, hasMore);
    writer.member("total_count"_L1, totalCount);
    if (currentSeq) {
        writer.member("next_cursor"_L1, nextSeq);
        writer.member("current_seq"_L1, *currentSeq);
    } else {
        writer.member("next_cursor"_L1, nextCursor);
    }
    if (hasNewer)
        writer.member("has_newer"_L1, *hasNewer);
    writer.endObject();
    writer.endObject();
    return writer.take();
}

Result<MessagePage> MessagePage::fromJson(const QJsonObject &object, QLatin1StringView list)
{
    JsonReader reader(object);
    const QJsonArray array = reader.array(list);
    JsonReader numbers(reader.optionalObject("pagination"_L1).value_or(QJsonObject()), u"pagination"_s);
    MessagePage page;
    page.hasMore = numbers.boolean("has_more"_L1);
    page.totalCount = numbers.integer("total_count"_L1, 0, JsonReader::kMaxCount);
    page.hasNewer = numbers.optionalBoolean("has_newer"_L1);
    page.currentSeq = numbers.optionalInteger("current_seq"_L1, 0, JsonReader::kMaxCount);
    if (page.currentSeq)
        page.nextSeq = numbers.optionalInteger("next_cursor"_L1, 0, JsonReader::kMaxCount);
    else
        page.nextCursor = numbers.optionalId<MessageId>("next_cursor"_L1);
    if (const auto fault = reader.error())
        return fail(*fault);
    if (const auto fault = numbers.error())
        return fail(*fault);
    page.messages.reserve(array.size());
    for (const auto &element : array) {
        auto message = Message::fromJson(element.toObject());
        if (!message)
            return fail(message.error());
        page.messages.append(std::move(*message));
    }
    return page;
}

MessagePage MessagePage::cutFrom(QList<Message> rows, qint64 limit, qint64 totalCount)
{
    MessagePage page;
    page.totalCount = totalCount;
    page.hasMore = rows.size() > limit;
    if (page.hasMore) {
        rows.resize(limit);
        page.nextCursor = rows.last().id;
    }
    page.messages = std::move(rows);
    return page;
}

Schema MessagePage::schema(QLatin1StringView list)
{
    const Schema cursor = Schema::object("Cursor"_L1)
                              .with("has_more"_L1, Schema::boolean())
                              .with("total_count"_L1, Schema::integer())
                              .with("next_cursor"_L1,
                                    Schema::idOrNumberOrNull<MessageId>().about(
                                        "To be given as before; with after_seq a number, to be given as that"_L1))
                              .with("current_seq"_L1, Schema::integer().sometimes().about("With after_seq only"_L1))
                              .with("has_newer"_L1,
                                    Schema::boolean().sometimes().about("With after and around only"_L1));
    return Schema::object().with(list, Schema::array(Message::schema())).with("pagination"_L1, cursor);
}

QJsonObject pageNumbers(qint64 page, qint64 limit, qint64 totalCount)
{
    const qint64 pages = (totalCount + limit - 1) / limit;
    return {
        {"page"_L1, page},         {"limit"_L1, limit},           {"total_count"_L1, totalCount},
        {"total_pages"_L1, pages}, {"has_more"_L1, page < pages},
    };
}

} // namespace plexi::protocol
