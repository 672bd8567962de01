// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/file_card.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QMimeDatabase>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** Names longer than this are no kind that people know. */
constexpr qsizetype kLongestKind = 5;

/** "1:05", or "1:02:05". */
QString durationText(double seconds)
{
    const qint64 whole = std::llround(seconds);
    const QString minutes = QString::number(whole / 60 % 60);
    const QString rest = QString::number(whole % 60).rightJustified(2, u'0');
    if (whole < 3600)
        return minutes + u':' + rest;
    return QString::number(whole / 3600) + u':' + minutes.rightJustified(2, u'0') + u':' + rest;
}

QString detailOf(const protocol::File &file)
{
    QStringList parts;
    const QString kind = QFileInfo(file.originalFilename).suffix().toUpper();
    if (!kind.isEmpty() && kind.size() <= kLongestKind)
        parts.append(kind);
    if (file.metadata.pages) {
        const int count = static_cast<int>(*file.metadata.pages);
        parts.append(QCoreApplication::translate("FileCard", "%n page(s)", nullptr, count));
    }
    if (file.metadata.duration)
        parts.append(durationText(*file.metadata.duration));
    parts.append(FileCard::sizeText(file.size));
    switch (file.scanStatus) {
    case protocol::ScanStatus::NotScanned:
        break;
    case protocol::ScanStatus::Pending:
        parts.append(QCoreApplication::translate("FileCard", "is being checked for viruses"));
        break;
    case protocol::ScanStatus::Clean:
        parts.append(QCoreApplication::translate("FileCard", "no virus found"));
        break;
    case protocol::ScanStatus::Infected:
        parts.append(QCoreApplication::translate("FileCard", "a virus was found in it"));
        break;
    }
    return parts.join(u" · "_s);
}

} // namespace

QString FileCard::sizeText(qint64 bytes)
{
    constexpr qint64 kMegabyte = qint64(1) << 20;
    const int precision = bytes < 10 * kMegabyte && bytes >= kMegabyte ? 1 : 0;
    return QLocale().formattedDataSize(bytes, precision, QLocale::DataSizeTraditionalFormat);
}

QString FileCard::typeOf(const QString &name)
{
    return QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
}

QString FileCard::iconFor(const QString &contentType)
{
    if (contentType.startsWith("image/"_L1))
        return u"file-image"_s;
    if (contentType.startsWith("video/"_L1))
        return u"file-video"_s;
    if (contentType.startsWith("audio/"_L1))
        return u"file-audio"_s;
    if (contentType.startsWith("text/"_L1) || contentType == "application/pdf"_L1)
        return u"file-text"_s;
    for (const auto archive : {"zip"_L1, "tar"_L1, "gzip"_L1, "compressed"_L1, "xz"_L1}) {
        if (contentType.contains(archive))
            return u"file-archive"_s;
    }
    return u"file"_s;
}

FileCard FileCard::of(const protocol::File &file, const QString &pictures)
{
    const auto pixels = [](const std::optional<qint64> &value) {
        return static_cast<int>(std::clamp<qint64>(value.value_or(0), 0, 100'000));
    };
    FileCard card;
    card.fileId = file.id.isNull() ? QString() : file.id.toString();
    card.name = file.originalFilename.isEmpty() ? file.filename : file.originalFilename;
    card.detail = detailOf(file);
    card.iconName = iconFor(file.contentType);
    card.width = pixels(file.metadata.width);
    card.height = pixels(file.metadata.height);
    // Frames have no addresses, so the size of the picture tells as well that there is one.
    card.hasPicture = !file.id.isNull()
        && (file.thumbnailUrl.has_value() || (card.width > 0 && file.contentType.startsWith("image/"_L1)));
    if (card.hasPicture) {
        card.picture = pictures + "file/"_L1 + card.fileId;
        card.largePicture = pictures + "large/"_L1 + card.fileId;
    }
    card.isInfected = file.scanStatus == protocol::ScanStatus::Infected;
    return card;
}

} // namespace plexi::app
