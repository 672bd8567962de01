// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace plexi::docs {

/** A file of the pages. The bytes are in the program itself. */
struct Asset {
    /** RFC 1952. */
    QByteArray gzip;
    QByteArray contentType;
};

/** What the pages load, embedded at build time. Immutable; used by all loops at once. */
class DocsAssets
{
public:
    DocsAssets();

    const Asset *find(const QString &name) const;
    /** Of all of them together; stands in their addresses, so that they may be kept for ever. */
    const QByteArray &version() const { return m_version; }

    /** A page with the assets' addresses in it: "swagger.html", "redoc.html". */
    QByteArray page(const QString &name) const;

private:
    QHash<QString, Asset> m_assets;
    QByteArray m_version;
};

/** For the few clients that take no gzip. Nothing where @p gzip is not whole. */
std::optional<QByteArray> decompressed(const QByteArray &gzip);

} // namespace plexi::docs
