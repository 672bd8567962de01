// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/link_preview.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

void LinkPreview::write(JsonWriter &writer) const
{
    writer.beginObject();
    writer.member("url"_L1, url);
    writer.member("title"_L1, title);
    writer.member("description"_L1, description);
    writer.member("site_name"_L1, siteName);
    writer.member("image_url"_L1, imageUrl);
    writer.endObject();
}

Schema LinkPreview::schema()
{
    return Schema::object("LinkPreview"_L1)
        .with("url"_L1, Schema::string({.max = kMaxUrl}).about("As it stands in the message"_L1))
        .with("title"_L1, Schema::string({.min = 1, .max = kMaxTitle}))
        .with("description"_L1, Schema::string({.max = kMaxDescription}))
        .with("site_name"_L1, Schema::string({.max = kMaxSiteName}))
        .with("image_url"_L1,
              Schema::string({.max = kMaxUrl}).orNull().about("At the other server, which sees who loads it"_L1));
}

QByteArray LinkPreview::toJson(const QList<LinkPreview> &previews)
{
    JsonWriter writer;
    writer.beginArray();
    for (const LinkPreview &preview : previews)
        preview.write(writer);
    writer.endArray();
    return writer.take();
}

QList<LinkPreview> LinkPreview::listFromJson(const QJsonArray &array)
{
    QList<LinkPreview> previews;
    for (const auto &element : array) {
        JsonReader reader(element.toObject());
        LinkPreview preview{.url = reader.string("url"_L1, {.min = 1, .max = kMaxUrl}),
                            .title = reader.string("title"_L1, {.min = 1, .max = kMaxTitle}),
                            .description = reader.optionalString("description"_L1).value_or(QString()),
                            .siteName = reader.optionalString("site_name"_L1).value_or(QString()),
                            .imageUrl = reader.optionalString("image_url"_L1)};
        if (reader.ok())
            previews.append(std::move(preview));
    }
    return previews;
}

} // namespace plexi::protocol
