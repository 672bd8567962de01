// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/locations.h"

#include <QtEndian>

#include <array>
#include <optional>

namespace plexi::inspector {

namespace {

constexpr quint16 kGpsPointer = 0x8825;
/** More entries than any GPS directory has. */
constexpr int kMaxEntries = 256;

/** Numbers out of a TIFF structure, whose first bytes say their order. */
class Tiff
{
public:
    explicit Tiff(QByteArrayView bytes) : m_bytes(bytes), m_isBig(bytes.startsWith("MM")) { }

    bool isValid() const { return m_bytes.startsWith("MM") || m_bytes.startsWith("II"); }
    std::optional<quint16> number16(qint64 at) const { return number<quint16>(at); }
    std::optional<quint32> number32(qint64 at) const { return number<quint32>(at); }
    qint64 size() const { return m_bytes.size(); }

private:
    template <typename T>
    std::optional<T> number(qint64 at) const
    {
        if (at < 0 || at + qint64(sizeof(T)) > m_bytes.size())
            return std::nullopt;
        const char *place = m_bytes.data() + at;
        return m_isBig ? qFromBigEndian<T>(place) : qFromLittleEndian<T>(place);
    }

    const QByteArrayView m_bytes;
    const bool m_isBig;
};

/** Of one value of a TIFF type. */
qint64 sizeOf(quint16 type)
{
    constexpr std::array<int, 14> kSizes{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    return type < kSizes.size() ? kSizes.at(type) : 0;
}

void addDirectory(const Tiff &tiff, qint64 at, qint64 base, QList<Span> &spans)
{
    const auto count = tiff.number16(at);
    if (!count || *count > kMaxEntries)
        return;
    spans.append({base + at, std::min<qint64>(2 + qint64(12) * *count + 4, tiff.size() - at)});
    for (int i = 0; i < *count; ++i) {
        const qint64 entry = at + 2 + qint64(12) * i;
        const qint64 length = sizeOf(tiff.number16(entry + 2).value_or(0)) * tiff.number32(entry + 4).value_or(0);
        const qint64 value = tiff.number32(entry + 8).value_or(0);
        if (length > 4 && value < tiff.size())
            spans.append({base + value, std::min(length, tiff.size() - value)});
    }
}

/** @p base: where the TIFF structure is in the file. */
void addExif(QByteArrayView bytes, qint64 base, QList<Span> &spans)
{
    const Tiff tiff(bytes);
    const auto first = tiff.number32(4);
    const auto count = first ? tiff.number16(*first) : std::nullopt;
    if (!tiff.isValid() || !count)
        return;
    for (int i = 0; i < std::min<int>(*count, kMaxEntries); ++i) {
        const qint64 entry = qint64(*first) + 2 + qint64(12) * i;
        const auto directory = tiff.number32(entry + 8);
        if (tiff.number16(entry) == kGpsPointer && directory)
            addDirectory(tiff, *directory, base, spans);
    }
}

void addXmp(QByteArrayView packet, qint64 base, QList<Span> &spans)
{
    if (packet.contains("GPS"))
        spans.append({base, packet.size()});
}

QList<Span> inJpeg(QByteArrayView bytes)
{
    constexpr QByteArrayView kExif{"Exif\0\0", 6};
    constexpr QByteArrayView kXmp{"http://ns.adobe.com/xap/1.0/\0", 29};
    QList<Span> spans;
    for (qint64 at = 2; at + 4 <= bytes.size() && bytes[at] == '\xff';) {
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        const qint64 length = qFromBigEndian<quint16>(bytes.data() + at + 2);
        // From the picture's own data on, nothing else comes that says where.
        if (marker == 0xda || length < 2 || at + 2 + length > bytes.size())
            break;
        const QByteArrayView segment = bytes.sliced(at + 4, length - 2);
        if (marker == 0xe1 && segment.startsWith(kExif))
            addExif(segment.sliced(kExif.size()), at + 4 + kExif.size(), spans);
        else if (marker == 0xe1 && segment.startsWith(kXmp))
            addXmp(segment.sliced(kXmp.size()), at + 4 + kXmp.size(), spans);
        at += 2 + length;
    }
    return spans;
}

QList<Span> inPng(QByteArrayView bytes)
{
    QList<Span> spans;
    for (qint64 at = 8; at + 12 <= bytes.size();) {
        const qint64 length = qFromBigEndian<quint32>(bytes.data() + at);
        if (at + 12 + length > bytes.size())
            break;
        const QByteArrayView type = bytes.sliced(at + 4, 4);
        const QByteArrayView data = bytes.sliced(at + 8, length);
        if (type == "eXIf")
            addExif(data, at + 8, spans);
        else if (type == "iTXt")
            addXmp(data, at + 8, spans);
        at += 12 + length;
    }
    return spans;
}

QList<Span> inWebp(QByteArrayView bytes)
{
    QList<Span> spans;
    for (qint64 at = 12; at + 8 <= bytes.size();) {
        const qint64 length = qFromLittleEndian<quint32>(bytes.data() + at + 4);
        if (at + 8 + length > bytes.size())
            break;
        const QByteArrayView type = bytes.sliced(at, 4);
        const QByteArrayView data = bytes.sliced(at + 8, length);
        if (type == "EXIF")
            addExif(data, at + 8, spans);
        else if (type == "XMP ")
            addXmp(data, at + 8, spans);
        at += 8 + length + (length & 1);
    }
    return spans;
}

} // namespace

QList<Span> locationsIn(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return inJpeg(bytes);
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return inPng(bytes);
    if (bytes.startsWith("RIFF") && bytes.sliced(std::min<qsizetype>(8, bytes.size())).startsWith("WEBP"))
        return inWebp(bytes);
    return {};
}

} // namespace plexi::inspector
