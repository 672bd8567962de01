// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/file.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/schema.h"

#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

// In the order of ScanStatus.
constexpr std::array kScanNames{"not_scanned"_L1, "pending"_L1, "clean"_L1, "infected"_L1};

} // namespace

QLatin1StringView scanStatusName(ScanStatus status)
{
    return kScanNames.at(static_cast<std::size_t>(status));
}

std::optional<ScanStatus> scanStatusFromName(QStringView name)
{
    for (std::size_t i = 0; i < kScanNames.size(); ++i) {
        if (name == kScanNames.at(i))
            return static_cast<ScanStatus>(i);
    }
    return std::nullopt;
}

QJsonObject FileMetadata::toJson() const
{
    QJsonObject object;
    const auto add = [&object](QLatin1StringView name, const auto &value) {
        if (value)
            object.insert(name, *value);
    };
    add("pages"_L1, pages);
    add("title"_L1, title);
    add("author"_L1, author);
    add("width"_L1, width);
    add("height"_L1, height);
    add("blurhash"_L1, blurhash);
    add("lines"_L1, lines);
    add("encoding"_L1, encoding);
    add("duration"_L1, duration);
    return object;
}

Result<FileMetadata> FileMetadata::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    FileMetadata metadata{
        .pages = reader.optionalInteger("pages"_L1, 0, JsonReader::kMaxCount),
        .title = reader.optionalString("title"_L1),
        .author = reader.optionalString("author"_L1),
        .width = reader.optionalInteger("width"_L1, 0, JsonReader::kMaxCount),
        .height = reader.optionalInteger("height"_L1, 0, JsonReader::kMaxCount),
        .blurhash = reader.optionalString("blurhash"_L1),
        .lines = reader.optionalInteger("lines"_L1, 0, JsonReader::kMaxCount),
        .encoding = reader.optionalString("encoding"_L1),
        .duration = reader.optionalNumber("duration"_L1, 0, JsonReader::kMaxCount),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return metadata;
}

QByteArray FileMetadata::toText() const
{
    return QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
}

FileMetadata FileMetadata::fromText(const QByteArray &text)
{
    return fromJson(QJsonDocument::fromJson(text).object()).value_or(FileMetadata());
}

Schema FileMetadata::schema()
{
    return Schema::object("FileMetadata"_L1)
        .with("pages"_L1, Schema::integer().sometimes().about("PDF"_L1))
        .with("title"_L1, Schema::string().sometimes().about("PDF"_L1))
        .with("author"_L1, Schema::string().sometimes().about("PDF"_L1))
        .with("width"_L1, Schema::integer().sometimes().about("Pictures, with their orientation applied"_L1))
        .with("height"_L1, Schema::integer().sometimes())
        .with("blurhash"_L1, Schema::string().sometimes().about("Pictures: a preview as of blurha.sh"_L1))
        .with("lines"_L1, Schema::integer().sometimes().about("Text"_L1))
        .with("encoding"_L1, Schema::string().sometimes().about("Text"_L1).example("UTF-8"_L1))
        .with("duration"_L1, Schema::number().sometimes().about("Audio and video, in seconds"_L1));
}

void File::write(JsonWriter &writer) const
{
    writer.beginObject();
    writer.member("id"_L1, id);
    writer.member("filename"_L1, filename);
    writer.member("original_filename"_L1, originalFilename);
    writer.member("size"_L1, size);
    writer.member("content_type"_L1, contentType);
    writer.member("url"_L1, url);
    writer.member("thumbnail_url"_L1, thumbnailUrl);
    writer.member("channel_id"_L1, channelId);
    writer.member("uploaded_by"_L1, uploadedBy);
    writer.member("uploaded_at"_L1, uploadedAt);
    writer.member("description"_L1, description);
    writer.member("is_public"_L1, isPublic);
    writer.member("virus_scan_status"_L1, scanStatusName(scanStatus));
    writer.member("metadata"_L1, metadata.toJson());
    writer.endObject();
}

QByteArray File::toJson() const
{
    JsonWriter writer;
    write(writer);
    return writer.take();
}

Result<File> File::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    File file{
        .id = reader.id<FileId>("id"_L1),
        .filename = reader.string("filename"_L1),
        .originalFilename = reader.string("original_filename"_L1),
        .size = reader.integer("size"_L1, 0, JsonReader::kMaxCount),
        .contentType = reader.string("content_type"_L1),
        .url = reader.optionalString("url"_L1),
        .thumbnailUrl = reader.optionalString("thumbnail_url"_L1),
        .channelId = reader.optionalId<ChannelId>("channel_id"_L1),
        .uploadedBy = reader.id<UserId>("uploaded_by"_L1),
        .uploadedAt = reader.timestamp("uploaded_at"_L1),
        .description = reader.optionalString("description"_L1),
        .isPublic = reader.optionalBoolean("is_public"_L1).value_or(false),
        .scanStatus = scanStatusFromName(reader.optionalString("virus_scan_status"_L1).value_or(QString()))
                          .value_or(ScanStatus::NotScanned),
    };
    file.metadata = FileMetadata::fromJson(reader.optionalObject("metadata"_L1).value_or(QJsonObject()))
                        .value_or(FileMetadata());
    if (const auto fault = reader.error())
        return fail(*fault);
    return file;
}

Schema File::schema()
{
    return Schema::object("File"_L1)
        .with("id"_L1, Schema::id<FileId>())
        .with("filename"_L1, Schema::string().example("document.pdf"_L1))
        .with("original_filename"_L1, Schema::string().about("As it was sent"_L1))
        .with("size"_L1, Schema::integer().about("Bytes"_L1))
        .with("content_type"_L1, Schema::string().about("By its content"_L1).example("application/pdf"_L1))
        .with("url"_L1,
              Schema::string().orNull().about("Without credentials, for who asked and 15 minutes, or for anybody and "
                                              "as long as it is there where is_public; null in frames"_L1))
        .with("thumbnail_url"_L1, Schema::string().orNull().about("Likewise; null where there is no thumbnail"_L1))
        .with("channel_id"_L1, Schema::id<ChannelId>().orNull().about("null before it is sent"_L1))
        .with("uploaded_by"_L1, Schema::id<UserId>())
        .with("uploaded_at"_L1, Schema::timestamp())
        .with("description"_L1, Schema::string().orNull())
        .with("is_public"_L1, Schema::boolean())
        .with("virus_scan_status"_L1, Schema::names({"not_scanned"_L1, "pending"_L1, "clean"_L1, "infected"_L1}))
        .with("metadata"_L1, FileMetadata::schema());
}

QByteArray FilePage::toJson() const
{
    JsonWriter writer;
    writer.beginObject();
    writer.name("files"_L1);
    writer.beginArray();
    for (const File &file : files)
        file.write(writer);
    writer.endArray();
    writer.name("pagination"_L1);
    writer.beginObject();
    writer.member("has_more"_L1, hasMore);
    writer.member("next_cursor"_L1, hasMore ? std::optional(files.last().id) : std::nullopt);
    writer.member("total_count"_L1, totalCount);
    writer.endObject();
    writer.endObject();
    return writer.take();
}

Schema FilePage::schema()
{
    const Schema cursor = Schema::object()
                              .with("has_more"_L1, Schema::boolean())
                              .with("next_cursor"_L1, Schema::id<FileId>().orNull())
                              .with("total_count"_L1, Schema::integer());
    return Schema::object().with("files"_L1, Schema::array(File::schema())).with("pagination"_L1, cursor);
}

} // namespace plexi::protocol
