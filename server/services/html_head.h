// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace plexi::services {

/** What the head of a page says of it; each field may be empty, and is one line of plain text. */
struct HtmlHead {
    QString title;
    QString description;
    QString siteName;
    /** Absolute, http or https; invalid where there is none. */
    QUrl image;
};

/**
 * Reads the Open Graph properties (ogp.me) of a page, else its title and description. Takes any bytes, also those of a
 * page that was cut off; in time proportional to their number. @p contentType is the answer's, for its charset; @p base
 * is where the page is.
 */
HtmlHead readHtmlHead(const QByteArray &page, const QByteArray &contentType, const QUrl &base);

} // namespace plexi::services
