// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/pictures.h"

#include "server/inspector/blurhash.h"

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

const Format *formatOf(const QByteArray &bytes)
{
    const auto *format = std::ranges::find_if(kFormats, [&](const Format &known) {
        return QByteArrayView(bytes).sliced(std::min(known.at, bytes.size())).startsWith(known.magic);
    });
    return format == kFormats.end() ? nullptr : format;
}

/** The same pixels without the texts that stood in the file: a copy would keep them. */
QImage repainted(const QImage &image, const QRect &part)
{
    QImage clean(part.size(), image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    clean.fill(Qt::transparent);
    QPainter painter(&clean);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(QPoint(), image, part);
    return clean;
}

/** In the square's size, turned, the middle of it. */
QImage squareOf(const QImage &image, int size)
{
    const int side = std::min({image.width(), image.height(), size});
    const QImage scaled = image.scaled(side, side, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    const QPoint corner((scaled.width() - side) / 2, (scaled.height() - side) / 2);
    return repainted(scaled, QRect(corner, QSize(side, side)));
}

/** A picture that was read, turned and in sRGB, and how large it was. */
struct Decoded {
    QImage image;
    QSize size;
};

/**
 * Reads a picture, of @p least pixels a side at least where it has them: the decoders can leave out what would be thrown
 * away, JPEG's by far.
 */
Result<Decoded> decoded(const QByteArray &original, const Format &format, QSize least, Qt::AspectRatioMode mode)
{
    QByteArray bytes = original;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format.name);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isEmpty())
        return refused(u"The picture cannot be read"_s);
    if (qint64(whole.width()) * whole.height() > kMaxPixels)
        return refused(u"The picture has more than %1 million pixels"_s.arg(kMaxPixels / 1'000'000));
    const QSize wanted = whole.scaled(least, mode).expandedTo(QSize(1, 1));
    reader.setScaledSize(wanted.width() < whole.width() ? wanted : whole);
    const bool isTurned = (reader.transformation() & QImageIOHandler::TransformationRotate90) != 0;
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return refused(u"The picture cannot be read"_s);
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    return Decoded{.image = image, .size = isTurned ? whole.transposed() : whole};
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
    const Format *format = formatOf(original);
    if (!format)
        return fail({.code = ErrorCode::UnsupportedMediaType,
                     .message = u"The picture must be PNG, JPEG, GIF or WebP"_s,
                     .details = {{"field"_L1, "file"_L1}}});
    const auto picture = decoded(original, *format, QSize(2 * size, 2 * size), Qt::KeepAspectRatioByExpanding);
    if (!picture)
        return fail(picture.error());
    return encoded(squareOf(picture->image, size));
}

bool isPicture(const QByteArray &bytes)
{
    return formatOf(bytes) != nullptr;
}

Result<Picture> shownPicture(const QImage &image, int side)
{
    const bool isLarger = std::max(image.width(), image.height()) > side;
    const QImage scaled = isLarger
        ? image.scaled(image.size().scaled(side, side, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)),
                       Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        : image;
    return encoded(repainted(scaled, scaled.rect()));
}

Result<PictureFacts> examinePicture(const QByteArray &bytes)
{
    const auto picture = decoded(bytes, *formatOf(bytes), QSize(kLargeSide, kLargeSide), Qt::KeepAspectRatio);
    if (!picture)
        return fail(picture.error());
    auto small = shownPicture(picture->image, kSmallSide);
    if (!small)
        return fail(small.error());
    auto large = shownPicture(picture->image, kLargeSide);
    if (!large)
        return fail(large.error());
    return PictureFacts{.size = picture->size,
                        .small = std::move(*small),
                        .large = std::move(*large),
                        .blurhash = blurhash(picture->image)};
}

} // namespace plexi::inspector
