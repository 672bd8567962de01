// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/media.h"

#include <MediaInfo/MediaInfo.h>

#include <algorithm>
#include <array>

namespace plexi::inspector {

namespace {

/** What MediaInfo gets at a time. It asks for other places of the file, so that it sees little of a long one. */
constexpr qint64 kPiece = qint64(64) << 10;
constexpr int kMaxPieces = 10'000;
/** Of MediaInfo's answer: it has filled in what there is. */
constexpr size_t kFinished = 8;
constexpr double kMillisecondsOfSecond = 1'000;

struct Signature {
    QByteArrayView first;
    /** Stands at @p at, behind the first; where that is nothing, these suffice. */
    QByteArrayView second = {};
    qsizetype at = 0;
};
constexpr std::array kSignatures = {
    Signature{"RIFF", "WAVE", 8},
    Signature{"RIFF", "AVI ", 8},
    Signature{"FORM", "AIF", 8},
    // Sizes whose first byte is 0: text has none.
    Signature{QByteArrayView("\0", 1), "ftyp", 4},
    Signature{QByteArrayView("\0", 1), "moov", 4},
    Signature{"\x1a\x45\xdf\xa3"},
    Signature{QByteArrayView("OggS\0", 5)},
    Signature{QByteArrayView("fLaC\0", 5)},
    Signature{"fLaC\x80"},
    Signature{QByteArrayView("ID3\x02", 4)},
    Signature{QByteArrayView("ID3\x03", 4)},
    Signature{QByteArrayView("ID3\x04", 4)},
};

/** A frame of MPEG audio, layer 2 or 3: ISO/IEC 11172-3, section 2.4.1.3. A mark of UTF-16 would be one of layer 1. */
bool isMpegFrame(QByteArrayView bytes)
{
    if (bytes.size() < 4 || bytes[0] != '\xff' || (bytes[1] & 0xe0) != 0xe0)
        return false;
    const int layer = (bytes[1] >> 1) & 3;
    const int rate = (bytes[2] >> 4) & 15;
    const int frequency = (bytes[2] >> 2) & 3;
    return (layer == 1 || layer == 2) && rate != 15 && frequency != 3;
}

} // namespace

void loadMedia()
{
    // A tenth of a second of silence: the library makes its tables when they are first needed.
    static constexpr auto kSilence =
        "RIFF\x74\3\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x40\x1f\0\0\1\0\x08\0data\x50\3\0\0";
    constexpr qsizetype kHeader = 44;
    (void)durationOf(QByteArray(kSilence, kHeader) + QByteArray(848, '\x80'));
}

bool isMedia(const QByteArray &bytes)
{
    const QByteArrayView view(bytes);
    const auto fits = [view](const Signature &signature) {
        return view.startsWith(signature.first)
            && view.sliced(std::min(signature.at, view.size())).startsWith(signature.second);
    };
    return std::ranges::any_of(kSignatures, fits) || isMpegFrame(view);
}

std::optional<double> durationOf(const QByteArray &bytes)
{
    MediaInfoLib::MediaInfo media;
    const auto size = static_cast<ZenLib::int64u>(bytes.size());
    media.Open_Buffer_Init(size, 0);
    qint64 at = 0;
    for (int piece = 0; piece < kMaxPieces && at < bytes.size(); ++piece) {
        const qint64 length = std::min(kPiece, bytes.size() - at);
        const auto *data = reinterpret_cast<const ZenLib::int8u *>(bytes.constData()) + at;
        at += length;
        if (media.Open_Buffer_Continue(data, static_cast<size_t>(length)) & kFinished)
            break;
        const ZenLib::int64u wanted = media.Open_Buffer_Continue_GoTo_Get();
        if (wanted < size) {
            at = static_cast<qint64>(wanted);
            media.Open_Buffer_Init(size, wanted);
        }
    }
    media.Open_Buffer_Finalize();
    bool isNumber = false;
    const double milliseconds = QString::fromStdWString(media.Get(MediaInfoLib::Stream_General, 0, __T("Duration")))
                                    .toDouble(&isNumber);
    return isNumber && milliseconds > 0 ? std::optional(milliseconds / kMillisecondsOfSecond) : std::nullopt;
}

} // namespace plexi::inspector
