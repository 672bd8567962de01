// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace plexi::protocol {

class JsonWriter;
class Schema;

enum class ScanStatus { NotScanned, Pending, Clean, Infected };

QLatin1StringView scanStatusName(ScanStatus status);
std::optional<ScanStatus> scanStatusFromName(QStringView name);

/** What was found in a file; what its kind does not have, or nobody could find, is not there. */
struct FileMetadata {
    /** PDF. */
    std::optional<qint64> pages = std::nullopt;
    std::optional<QString> title = std::nullopt;
    std::optional<QString> author = std::nullopt;
    /** Pictures, in pixels, as they are to be seen: their orientation applied. */
    std::optional<qint64> width = std::nullopt;
    std::optional<qint64> height = std::nullopt;
    /** Pictures: a blurred preview in a few letters (blurha.sh). */
    std::optional<QString> blurhash = std::nullopt;
    /** Text. */
    std::optional<qint64> lines = std::nullopt;
    /** Text: "UTF-8" and the like. */
    std::optional<QString> encoding = std::nullopt;
    /** Audio and video, in seconds, as the container says it. */
    std::optional<double> duration = std::nullopt;

    QJsonObject toJson() const;
    static Result<FileMetadata> fromJson(const QJsonObject &object);
    /** As JSON in UTF-8, for a column of the database; what cannot be read is empty. */
    QByteArray toText() const;
    static FileMetadata fromText(const QByteArray &text);
    static Schema schema();

    friend bool operator==(const FileMetadata &, const FileMetadata &) = default;
};

/** A file as people see it. */
struct File {
    FileId id;
    /** Safe as a name on every system. */
    QString filename;
    /** As it was sent. */
    QString originalFilename;
    qint64 size = 0;
    QString contentType;
    /** Good for one viewer and a while; nothing in frames, which are encoded once for everybody. */
    std::optional<QString> url = std::nullopt;
    std::optional<QString> thumbnailUrl = std::nullopt;
    /** Nothing before it is sent; it is its uploader's alone then. */
    std::optional<ChannelId> channelId = std::nullopt;
    UserId uploadedBy;
    Timestamp uploadedAt;
    std::optional<QString> description = std::nullopt;
    bool isPublic = false;
    ScanStatus scanStatus = ScanStatus::NotScanned;
    FileMetadata metadata = {};
    /** Whether there is a thumbnail; not written, since thumbnailUrl tells. */
    bool hasThumbnail = false;

    static constexpr qsizetype kMaxName = 255;
    static constexpr qsizetype kMaxDescription = 2'000;
    /** Of one message. */
    static constexpr qsizetype kMaxAttachments = 20;

    void write(JsonWriter &writer) const;
    /** As UTF-8. */
    QByteArray toJson() const;
    static Result<File> fromJson(const QJsonObject &object);
    static Schema schema();

    friend bool operator==(const File &, const File &) = default;
};

/** Some of a channel's files, newest first. */
struct FilePage {
    QList<File> files;
    bool hasMore = false;
    qint64 totalCount = 0;

    /** As UTF-8. */
    QByteArray toJson() const;
    static Schema schema();
};

} // namespace plexi::protocol
