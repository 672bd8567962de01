// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <utility>

/**
 * How requests to S3-compatible servers prove who sends them: AWS Signature Version 4, in the header Authorization
 * ("Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk", Amazon S3 API Reference).
 * Thread-safe.
 */
namespace plexi::files {

/** Who asks. */
struct S3Credentials {
    QByteArray accessKey;
    /** Never log it. */
    QByteArray secretKey;
    /** Part of what is signed; servers that have no regions say which one they want. */
    QByteArray region;
};

/** A request as it is signed and sent. */
struct S3Request {
    /** Name and value. A name stands there once at most. */
    using Fields = QList<std::pair<QByteArray, QByteArray>>;

    QByteArray method;
    /** "/bucket/key" in UTF-8, not percent-encoded. */
    QByteArray path;
    /** Not percent-encoded. */
    Fields query = {};
    /** Names in lower case; all of them are signed. */
    Fields headers = {};
    /** SHA-256 (32 bytes) of the body. */
    QByteArray bodyDigest;
};

/** Path and query as they are signed and as they have to stand in the request line: "/bucket/key?list-type=2". */
QByteArray s3Target(const S3Request &request);

/**
 * The headers to send: those of @p request, which must have `host` as it is sent, `x-amz-date`, `x-amz-content-sha256` and
 * `authorization`. Servers refuse them some 15 minutes after @p moment.
 */
S3Request::Fields s3SignedHeaders(const S3Request &request, const S3Credentials &credentials, const QDateTime &moment);

} // namespace plexi::files
