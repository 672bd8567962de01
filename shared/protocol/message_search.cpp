// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/message_search.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/message_members.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

void writeFound(JsonWriter &writer, const FoundMessage &found)
{
    writer.beginObject();
    writeMembers(writer, found.message);
    writer.name("highlights"_L1);
    writer.beginArray();
    for (const Highlight &highlight : found.highlights) {
        writer.beginObject();
        writer.member("start"_L1, highlight.start);
        writer.member("length"_L1, highlight.length);
        writer.member("text"_L1, highlight.text);
        writer.endObject();
    }
    writer.endArray();
    writer.member("snippet"_L1, found.snippet);
    writer.member("snippet_start"_L1, found.snippetStart);
    writer.endObject();
}

Result<FoundMessage> foundFromJson(const QJsonObject &object)
{
    auto message = Message::fromJson(object);
    if (!message)
        return fail(std::move(message.error()));
    JsonReader reader(object);
    FoundMessage found{.message = std::move(*message),
                       .highlights = {},
                       .snippet = reader.string("snippet"_L1, {.max = Message::kMaxContent}),
                       .snippetStart = reader.integer("snippet_start"_L1, 0, JsonReader::kMaxCount)};
    for (const auto &element : reader.array("highlights"_L1)) {
        JsonReader highlight(element.toObject());
        found.highlights.append({.start = highlight.integer("start"_L1, 0, JsonReader::kMaxCount),
                                 .length = highlight.integer("length"_L1, 0, JsonReader::kMaxCount),
                                 .text = highlight.string("text"_L1, {.max = Message::kMaxContent})});
        if (const auto fault = highlight.error())
            return fail(*fault);
    }
    if (const auto fault = reader.error())
        return fail(*fault);
    return found;
}

Schema foundSchema()
{
    const Schema highlight = Schema::object("Highlight"_L1)
                                 .with("start"_L1, Schema::integer().about("Code points into content"_L1))
                                 .with("length"_L1, Schema::integer(1).about("Code points"_L1))
                                 .with("text"_L1, Schema::string());
    return Message::schema()
        .named("FoundMessage"_L1)
        .with("highlights"_L1, Schema::array(highlight).about("In order; what of content was looked for"_L1))
        .with("snippet"_L1, Schema::string().about("A part of content with the first highlight; plain text"_L1))
        .with("snippet_start"_L1, Schema::integer().about("Where in content it begins, in code points"_L1));
}

} // namespace

QLatin1StringView searchOrderName(SearchOrder order)
{
    return order == SearchOrder::Relevance ? "relevance"_L1 : "date"_L1;
}

QByteArray SearchPage::toJson() const
{
    JsonWriter writer;
    writer.beginObject();
    writer.name("messages"_L1);
    writer.beginArray();
    for (const FoundMessage &found : messages)
        writeFound(writer, found);
    writer.endArray();
    writer.name("pagination"_L1);
    writer.beginObject();
    writer.member("page"_L1, page);
    writer.member("limit"_L1, limit);
    writer.member("total_count"_L1, totalCount);
    writer.member("total_pages"_L1, totalCount ? std::optional((*totalCount + limit - 1) / limit) : std::nullopt);
    writer.member("has_more"_L1, hasMore);
    writer.member("next_cursor"_L1, nextCursor);
    writer.endObject();
    writer.member("sort"_L1, searchOrderName(order));
    writer.member("is_complete"_L1, isComplete);
    writer.endObject();
    return writer.take();
}

Result<SearchPage> SearchPage::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    JsonReader numbers(reader.optionalObject("pagination"_L1).value_or(QJsonObject()), u"pagination"_s);
    SearchPage page{.messages = {},
                    .order = reader.string("sort"_L1) == "relevance"_L1 ? SearchOrder::Relevance : SearchOrder::Date,
                    .page = numbers.integer("page"_L1, 1, JsonReader::kMaxCount),
                    .limit = numbers.integer("limit"_L1, 1, kMaxLimit),
                    .totalCount = numbers.optionalInteger("total_count"_L1, 0, JsonReader::kMaxCount),
                    .hasMore = numbers.boolean("has_more"_L1),
                    .nextCursor = numbers.optionalId<MessageId>("next_cursor"_L1),
                    .isComplete = reader.boolean("is_complete"_L1)};
    for (const auto &element : reader.array("messages"_L1)) {
        auto found = foundFromJson(element.toObject());
        if (!found)
            return fail(std::move(found.error()));
        page.messages.append(std::move(*found));
    }
    if (const auto fault = reader.error())
        return fail(*fault);
    if (const auto fault = numbers.error())
        return fail(*fault);
    return page;
}

Schema SearchPage::schema()
{
    const Schema pagination = Schema::object()
                                  .with("page"_L1, Schema::integer(1))
                                  .with("limit"_L1, Schema::integer(1, kMaxLimit))
                                  .with("total_count"_L1,
                                        Schema::integer(0, kMaxCounted).orNull().about("null for more than 1000"_L1))
                                  .with("total_pages"_L1, Schema::integer().orNull())
                                  .with("has_more"_L1, Schema::boolean())
                                  .with("next_cursor"_L1,
                                        Schema::id<MessageId>().orNull().about(
                                            "By date: to be given as before, for what is older"_L1));
    return Schema::object("SearchPage"_L1)
        .with("messages"_L1, Schema::array(foundSchema()))
        .with("pagination"_L1, pagination)
        .with("sort"_L1, Schema::names({"date"_L1, "relevance"_L1}))
        .with("is_complete"_L1,
              Schema::boolean().about("false while messages of an older version are being indexed"_L1));
}

} // namespace plexi::protocol
