// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/pictures.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::inspector {

namespace {

/** The formats that are read, and how their files begin. */
struct Format {
    const char *name;
    QByteArrayView magic;
    /** Where another mark stands: WebP's is in the middle of what all RIFF files share. */
    qsizetype at = 0;
};
constexpr std::array kFormats = {
    Format{"png", "\x89PNG\r\n\x1a\n"},
    Format{"jpeg", "\xff\xd8\xff"},
    Format{"gif", "GIF8"},
    Format{"webp", "WEBP", 8},
};
constexpr int kQuality = 88;
/** Twice what kMaxPixels take in four bytes each: turning a picture needs it twice. MiB. */
constexpr int kMaxAllocation = 400;

std::unexpected<Error> refused(const QString &reason)
{
    return fail(Error::validation(u"file"_s, reason));
}

/** In the square's size, turned, the middle of it. */
QImage squareOf(const QImage &image, int size)
{
    const int side = std::min({image.width(), image.height(), size});
    const QImage scaled = image.scaled(side, side, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((scaled.width() - side) / 2, (scaled.height() - side) / 2);
    // Painted, not copied: a copy keeps the texts that stood in the file.
    QImage square(side, side, image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    square.fill(Qt::transparent);
    QPainter painter(&square);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(QPoint(), scaled, QRect(corner, square.size()));
    return square;
}

/** The size to decode in: the decoders can leave out what would be thrown away, JPEG's by far. */
QSize decodedSize(QSize whole, int size)
{
    const QSize wanted = whole.scaled(2 * size, 2 * size, Qt::KeepAspectRatioByExpanding);
    return wanted.width() < whole.width() ? wanted.expandedTo(QSize(1, 1)) : whole;
}

Result<Picture> encoded(const QImage &image)
{
    Picture picture;
    const bool hasAlpha = image.hasAlphaChannel();
    picture.contentType = hasAlpha ? "image/png" : "image/jpeg";
    QBuffer buffer(&picture.bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, hasAlpha ? "png" : "jpeg");
    writer.setQuality(hasAlpha ? -1 : kQuality);
    if (!writer.write(image))
        return fail(Error::internal(u"The picture could not be written: "_s + writer.errorString()));
    return picture;
}

} // namespace

void loadDecoders()
{
    QImageReader::setAllocationLimit(kMaxAllocation);
    QImage dot(1, 1, QImage::Format_RGB32);
    dot.fill(Qt::black);
    for (const Format &format : kFormats) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadWrite);
        QImageWriter(&buffer, format.name).write(dot);
        buffer.seek(0);
        QImageReader(&buffer, format.name).read();
    }
    dot.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
    dot.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
}

Result<Picture> avatar(const QByteArray &original, int size)
{
    // Chosen here and not by asking each decoder: none but these four ever sees the bytes.
    const auto *format = std::ranges::find_if(kFormats, [&](const Format &known) {
        return QByteArrayView(original).sliced(std::min(known.at, original.size())).startsWith(known.magic);
    });
    if (format == kFormats.end())
        return fail({.code = ErrorCode::UnsupportedMediaType,
                     .message = u"The picture must be PNG, JPEG, GIF or WebP"_s,
                     .details = {{"field"_L1, "file"_L1}}});
    QByteArray bytes = original;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format->name);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isEmpty())
        return refused(u"The picture cannot be read"_s);
    if (qint64(whole.width()) * whole.height() > kMaxPixels)
        return refused(u"The picture has more than %1 million pixels"_s.arg(kMaxPixels / 1'000'000));
    reader.setScaledSize(decodedSize(whole, size));
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return refused(u"The picture cannot be read"_s);
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    if (image.hasAlphaChannel())
        image.convertTo(QImage::Format_ARGB32);
    else
        image.convertTo(QImage::Format_RGB32);
    return encoded(squareOf(image, size));
}

} // namespace plexi::inspector
