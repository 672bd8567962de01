// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

/** The XML of S3-compatible servers, of which we believe nothing that we do not check. Thread-safe. */
namespace plexi::files {

/** One page of ListObjectsV2 (Amazon S3 API Reference). */
struct S3Listing {
    struct Object {
        QByteArray key;
        qint64 size = 0;
    };
    QList<Object> objects;
    /** What asks for the next page; empty at the end. */
    QByteArray continuation;
};

/** Asked for with `encoding-type=url`. ServiceUnavailable where @p document is something else. */
Result<S3Listing> parseS3Listing(const QByteArray &document);

/** The code in a refusal ("NoSuchBucket"); empty where there is none of at most 64 letters and digits. */
QString s3ErrorCode(const QByteArray &document);

} // namespace plexi::files
