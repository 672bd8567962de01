// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

/** What is done with pictures in the helper process. Knows nothing of the server. */
namespace plexi::inspector {

struct Picture {
    QByteArray bytes;
    /** "image/jpeg", or "image/png" where there is transparency. */
    QByteArray contentType;
};

/** What a picture is, and what is shown in its place. */
struct PictureFacts {
    /** In pixels, as it is to be seen: its orientation applied. */
    QSize size;
    Picture small;
    Picture large;
    QString blurhash;
};

/** Sides of the small pictures that are shown in place of a file, at most. */
inline constexpr int kSmallSide = 320;
inline constexpr int kLargeSide = 1280;

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

/** Whether the bytes begin as one of the pictures that are read does. */
bool isPicture(const QByteArray &bytes);
/** ValidationError for what is broken or too large. @p bytes are a picture's. */
Result<PictureFacts> examinePicture(const QByteArray &bytes);

/** At most @p side pixels a side, and nothing in it but pixels. */
Result<Picture> shownPicture(const QImage &image, int side);

} // namespace plexi::inspector
