// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace plexi::inspector {

/** Some bytes of a file. */
struct Span {
    qint64 offset = 0;
    qint64 length = 0;

    friend bool operator==(const Span &, const Span &) = default;
};

/**
 * Where a JPEG, PNG or WebP picture says at which place of the world it was taken: the GPS directory of its EXIF data
 * (EXIF 2.32, section 4.6.6) with what that points to, and XMP packets that speak of GPS. Reads as zeros, the directory
 * is empty; everything else, orientation included, stays as it is.
 */
QList<Span> locationsIn(const QByteArray &bytes);

} // namespace plexi::inspector
