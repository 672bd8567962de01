// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/file_check.h"

#include "server/security/running_digest.h"
#include "server/store/blobs_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace blobs = store::blobs;

namespace {

constexpr qint64 kPage = 200;
constexpr qint64 kBytesAtOnce = qint64(1) << 20;

/** What is wrong with the bytes; empty where nothing is. */
QString fault(files::BlobReader &reader, const blobs::Row &row)
{
    if (reader.size() != row.size)
        return u"has %1 bytes instead of %2"_s.arg(reader.size()).arg(row.size);
    security::RunningDigest digest;
    for (qint64 offset = 0; offset < row.size;) {
        const auto part = reader.read(offset, kBytesAtOnce);
        if (!part || part->isEmpty())
            return u"cannot be read"_s;
        digest.add(*part);
        offset += part->size();
    }
    return digest.result() == row.sha256 ? QString() : u"has been changed: its SHA-256 is another"_s;
}

/** Whether it was taken away since its row was read. */
Result<bool> isForgotten(store::Connection &connection, const blobs::Row &row)
{
    const auto known = blobs::find(connection, row.sha256);
    if (!known)
        return fail(known.error());
    return !*known;
}

} // namespace

Result<QStringList> checkFiles(store::Connection &connection, const files::BlobStore &store)
{
    QStringList findings;
    QByteArray after("");
    while (true) {
        const auto rows = blobs::page(connection, after, kPage);
        if (!rows)
            return fail(rows.error());
        if (rows->isEmpty())
            return findings;
        for (const blobs::Row &row : *rows) {
            const auto reader = store.open(row.sha256);
            const QString wrong = reader ? fault(**reader, row) : u"is missing"_s;
            if (wrong.isEmpty())
                continue;
            const auto forgotten = isForgotten(connection, row);
            if (!forgotten)
                return fail(forgotten.error());
            if (!*forgotten)
                findings.append(u"file content %1: %2"_s.arg(QString::fromLatin1(row.sha256.toHex()), wrong));
        }
        after = rows->last().sha256;
    }
}

} // namespace plexi::services
