// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/blob_store.h"
#include "server/files/s3_client.h"

#include <memory>

namespace plexi::files {

/**
 * A bucket of an S3-compatible server, addressed by path. A blob is the object PREFIX/ab/abcd…, by its digest in
 * hexadecimal, as LocalBlobStore has it in a folder: what lies there can be copied from one to the other. What stands under
 * the prefix is this server's alone, since what its database does not know is removed. Calls end with the bounds of S3Client.
 */
class S3BlobStore final : public BlobStore
{
public:
    struct Options {
        S3Options server;
        QByteArray bucket;
        /** Without a slash at either end; may be empty. */
        QByteArray prefix = {};
        /** Objects in one page of a list; servers give 1000 at most. */
        int pageSize = 1'000;
    };

    explicit S3BlobStore(Options options);

    /** Asks once for the bucket. A server that is silent is no fault at a start: it may come later, and is warned of. */
    Result<> prepare() override;
    int parallelCalls() const override { return kS3Connections; }
    void stop() override { m_client->stop(); }

    /** One PUT, which takes at most 5 GiB. The server checks the digest of what it has received. */
    Result<> put(const QByteArray &sha256, const QString &path) override;
    /** Readers ask for a mebibyte at a time, and keep it. */
    Result<std::shared_ptr<BlobReader>> open(const QByteArray &sha256) const override;
    Result<> remove(const QByteArray &sha256) override;
    Result<> forEach(const std::function<bool(const QByteArray &sha256, qint64 size)> &visit) const override;

private:
    /** "PREFIX/ab/abcd…" */
    QByteArray keyOf(const QByteArray &sha256) const;
    /** "/BUCKET/PREFIX/ab/abcd…" */
    QByteArray pathOf(const QByteArray &sha256) const;
    S3Call listCall(const QByteArray &continuation) const;

    const QByteArray m_bucket;
    /** Empty, or ends with a slash. */
    const QByteArray m_prefix;
    const int m_pageSize;
    /** Readers have it too: they may outlive the store. */
    const std::shared_ptr<S3Client> m_client;
};

} // namespace plexi::files
