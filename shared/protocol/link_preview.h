// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

namespace plexi::protocol {

class JsonWriter;
class Schema;

/** What a page says of itself, under a message that links to it. All of it is somebody else's text: never markup. */
struct LinkPreview {
    static constexpr qsizetype kMaxTitle = 300;
    static constexpr qsizetype kMaxDescription = 500;
    static constexpr qsizetype kMaxSiteName = 100;
    static constexpr qsizetype kMaxUrl = 2'048;
    /** Of one message. */
    static constexpr qsizetype kMaxCount = 3;

    /** As it stands in the message. */
    QString url;
    QString title;
    /** May be empty. */
    QString description = {};
    /** Its host where the page names no site. */
    QString siteName = {};
    /** http or https; nobody has looked at the picture. */
    std::optional<QString> imageUrl = std::nullopt;

    void write(JsonWriter &writer) const;
    static Schema schema();

    /** A list, as UTF-8; what is no preview is left out when it is read. */
    static QByteArray toJson(const QList<LinkPreview> &previews);
    static QList<LinkPreview> listFromJson(const QJsonArray &array);

    friend bool operator==(const LinkPreview &, const LinkPreview &) = default;
};

} // namespace plexi::protocol
