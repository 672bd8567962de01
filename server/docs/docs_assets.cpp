// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/docs/docs_assets.h"

#include "server/security/crypto.h"

#include <QFile>
#include <QResource>
#include <QtEndian>

#include <array>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace plexi::docs {

namespace {

struct Embedded {
    QLatin1StringView name;
    QByteArrayView contentType;
};

constexpr QByteArrayView kScript = "text/javascript; charset=utf-8";

constexpr std::array kEmbedded{
    Embedded{"messages-square.svg"_L1, "image/svg+xml"}, Embedded{"redoc-page.js"_L1, kScript},
    Embedded{"redoc.standalone.js"_L1, kScript},         Embedded{"swagger-page.js"_L1, kScript},
    Embedded{"swagger-ui-bundle.js"_L1, kScript},        Embedded{"swagger-ui.css"_L1, "text/css; charset=utf-8"},
};

constexpr auto kFolder = ":/plexi/docs/"_L1;

} // namespace

DocsAssets::DocsAssets()
{
    QByteArray all;
    for (const Embedded &embedded : kEmbedded) {
        // Stored as it is, so this is the program's own memory and no copy.
        const QResource resource(kFolder + embedded.name + ".gz"_L1);
        Q_ASSERT(resource.isValid() && resource.compressionAlgorithm() == QResource::NoCompression);
        const auto *const data = reinterpret_cast<const char *>(resource.data());
        const Asset asset{.gzip = QByteArray::fromRawData(data, resource.size()),
                          .contentType = embedded.contentType.toByteArray()};
        all += security::sha256(asset.gzip);
        m_assets.insert(embedded.name, asset);
    }
    m_version = security::sha256(all).toHex().first(16);
}

const Asset *DocsAssets::find(const QString &name) const
{
    const auto found = m_assets.constFind(name);
    return found == m_assets.cend() ? nullptr : &*found;
}

QByteArray DocsAssets::page(const QString &name) const
{
    QFile file(kFolder + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll().replace("@VERSION@", m_version) : QByteArray();
}

std::optional<QByteArray> decompressed(const QByteArray &gzip)
{
    // RFC 1952, section 2.3.1: the size stands in the last four bytes.
    constexpr qsizetype kTrailer = 4;
    if (gzip.size() < kTrailer)
        return std::nullopt;
    QByteArray output(qFromLittleEndian<quint32>(gzip.constData() + gzip.size() - kTrailer), Qt::Uninitialized);
    z_stream stream{};
    constexpr int kGzipOnly = 16;
    if (inflateInit2(&stream, MAX_WBITS + kGzipOnly) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(gzip.constData())); // zlib only reads it
    stream.avail_in = static_cast<uInt>(gzip.size());
    stream.next_out = reinterpret_cast<Bytef *>(output.data());
    stream.avail_out = static_cast<uInt>(output.size());
    const int status = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (status != Z_STREAM_END || stream.avail_out != 0)
        return std::nullopt;
    return output;
}

} // namespace plexi::docs
