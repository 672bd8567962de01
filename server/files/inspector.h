// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/workers/worker_pool.h"

#include <QByteArray>

#include <chrono>

namespace plexi::files {

/** A picture that was decoded and written anew: nothing of the original's bytes is in it. */
struct Picture {
    QByteArray bytes;
    /** "image/jpeg" or "image/png". */
    QByteArray contentType;
};

/**
 * Has strangers' files read in a helper process (plexichat-inspector), one for each file: contract, section 9. Whatever
 * the file does to that process, this one gets an answer in bounded time and memory. Thread-safe.
 */
class Inspector
{
public:
    struct Options {
        /** Path of the helper. */
        QString program;
        /** Helpers that run at once. */
        int processes = 2;
        int maxWaiting = 32;
        /** Of wall time, after which a helper is killed. */
        std::chrono::milliseconds deadline = std::chrono::seconds(20);
        /** Bytes of an answer; a helper that writes more is killed. */
        qint64 maxAnswer = qint64(8) << 20;
    };

    explicit Inspector(Options options);

    /**
     * A square of at most @p size pixels a side. UnsupportedMediaType, ValidationError (also where the helper crashed or
     * ran out of its bounds); ServiceUnavailable where too many wait or there is no helper. The caller's thread needs a
     * running event loop.
     */
    QCoro::Task<Result<Picture>> avatar(QByteArray original, int size);

private:
    Result<Picture> inspect(const QString &task, const QByteArray &input) const;

    const Options m_options;
    workers::WorkerPool m_pool;
};

} // namespace plexi::files
