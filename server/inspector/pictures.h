// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>

/** What is done with pictures in the helper process. Knows nothing of the server. */
namespace plexi::inspector {

struct Picture {
    QByteArray bytes;
    /** "image/jpeg", or "image/png" where there is transparency. */
    QByteArray contentType;
};

/** Pixels of a picture before it is made smaller; more are refused before they are decoded. */
inline constexpr qint64 kMaxPixels = 50'000'000;

/** Loads every decoder and encoder that is needed, so that none has to be loaded in the sandbox. */
void loadDecoders();

/**
 * A square of at most @p size pixels a side, cut from the middle of a PNG, JPEG, GIF or WebP picture, turned as its
 * orientation says, in sRGB, with nothing in it but pixels: no EXIF, no text, no profile. UnsupportedMediaType for what
 * is none of these; ValidationError for what is broken or too large.
 */
Result<Picture> avatar(const QByteArray &original, int size);

} // namespace plexi::inspector
