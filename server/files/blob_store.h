// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace plexi::files {

/**
 * The bytes of one blob, never others. Where the blob is removed meanwhile, it goes on or, where the bytes lie on another
 * machine, fails with NotFound. One call at a time.
 */
class BlobReader
{
public:
    virtual ~BlobReader() = default;
    virtual qint64 size() const = 0;
    /** Where other programs find the bytes; empty where they are on no disk of this machine. */
    virtual QString localPath() const { return {}; }
    /** At most @p length bytes from @p offset on; fewer only at the end. Blocks. */
    virtual Result<QByteArray> read(qint64 offset, qint64 length) = 0;
};

/**
 * Where bytes lie under their SHA-256 (32 bytes), once each. What refers to them, and when they may go, others know.
 * Thread-safe. Everything blocks: for threads that may wait. Fails with NotFound where a blob is not there, else with
 * ServiceUnavailable and a sentence for the log.
 */
class BlobStore
{
public:
    /** Bytes of the SHA-256 that names a content. */
    static constexpr qsizetype kDigestSize = 32;

    virtual ~BlobStore() = default;

    /** Before anything else. Fails where it cannot be used as it is configured. */
    virtual Result<> prepare() { return {}; }
    /** How many calls at once are worth a thread: few for a disk, more where each waits for another machine. */
    virtual int parallelCalls() const { return 4; }
    /** The server stops: what waits for another machine fails with ServiceUnavailable, from now on. */
    virtual void stop() { }

    /**
     * Takes the bytes of the file at @p path, which is on disk for good and goes. Once this has returned, the blob is
     * there for good, whatever happens to the machine. Where it was there already, it is replaced by the same bytes.
     */
    virtual Result<> put(const QByteArray &sha256, const QString &path) = 0;
    virtual Result<std::shared_ptr<BlobReader>> open(const QByteArray &sha256) const = 0;
    /** Also where it is not there. */
    virtual Result<> remove(const QByteArray &sha256) = 0;
    /** Every blob that is there, in any order; @p visit returns false to stop. */
    virtual Result<> forEach(const std::function<bool(const QByteArray &sha256, qint64 size)> &visit) const = 0;
};

} // namespace plexi::files
