// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/content_types.h"

#include <QMimeDatabase>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

constexpr auto kUnknown = "application/octet-stream"_L1;

/** What can be told by its bytes: where these do not say so, the name is not believed. */
bool isToldByBytes(const QString &type)
{
    return type.startsWith("image/"_L1) || type.startsWith("text/"_L1) || type == "application/pdf"_L1;
}

} // namespace

QString contentTypeOf(const QString &name, const QByteArray &head)
{
    const QMimeDatabase database;
    const QMimeType byBytes = head.isEmpty() ? database.mimeTypeForName(kUnknown) : database.mimeTypeForData(head);
    const bool isUnknown = !byBytes.isValid() || byBytes.isDefault();
    for (const QMimeType &byName : database.mimeTypesForFileName(name)) {
        const bool fits = isUnknown ? !isToldByBytes(byName.name()) || head.isEmpty() : byName.inherits(byBytes.name());
        if (fits)
            return byName.name();
    }
    return byBytes.isValid() ? byBytes.name() : QString(kUnknown);
}

bool isLegible(const QByteArray &head)
{
    const QMimeType type = QMimeDatabase().mimeTypeForData(head);
    static constexpr std::array kFamilies{"image/"_L1, "audio/"_L1, "video/"_L1};
    static constexpr std::array kParents{"application/pdf"_L1, "text/plain"_L1, "application/ogg"_L1,
                                         "application/x-matroska"_L1};
    return std::ranges::any_of(kFamilies, [&](QLatin1StringView family) { return type.name().startsWith(family); })
        || std::ranges::any_of(kParents, [&](QLatin1StringView parent) { return type.inherits(parent); });
}

bool isOfficeDocument(const QString &contentType)
{
    static constexpr std::array kFamilies{"application/vnd.openxmlformats-officedocument."_L1,
                                          "application/vnd.oasis.opendocument."_L1};
    static constexpr std::array kOthers{"application/msword"_L1, "application/vnd.ms-excel"_L1,
                                        "application/vnd.ms-powerpoint"_L1, "application/rtf"_L1, "text/rtf"_L1};
    return std::ranges::any_of(kFamilies, [&](QLatin1StringView family) { return contentType.startsWith(family); })
        || std::ranges::any_of(kOthers, [&](QLatin1StringView other) { return contentType == other; });
}

Disposition dispositionOf(const QString &contentType)
{
    static constexpr std::array kShown{"image/png"_L1,  "image/jpeg"_L1,      "image/gif"_L1, "image/webp"_L1,
                                       "image/avif"_L1, "application/pdf"_L1, "text/plain"_L1};
    const bool isShown = std::ranges::any_of(kShown, [&](QLatin1StringView shown) { return contentType == shown; });
    const bool isMedia = contentType.startsWith("audio/"_L1) || contentType.startsWith("video/"_L1);
    return isMedia || isShown ? Disposition::Inline : Disposition::Attachment;
}

} // namespace plexi::files
