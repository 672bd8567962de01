// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/workers/worker_pool.h"
#include "shared/core/result.h"

#include <QString>

#include <QCoro/QCoroTask>

namespace plexi::security {

/**
 * Argon2id (RFC 9106) with m = 19 MiB, t = 2, p = 1: OWASP's "Password Storage Cheat Sheet" of 2023. A hash takes some
 * 20 ms of one core and 19 MiB, so it is computed on a bounded pool, never on a loop. Thread-safe.
 */
class PasswordHasher
{
public:
    struct Options {
        int threads = 2;
        /** Most that may wait or be computed at once; past that ServiceUnavailable with a retry time. */
        int maxWaiting = 64;
    };

    /** Destroying it waits for what is being computed. */
    explicit PasswordHasher(Options options);
    Q_DISABLE_COPY_MOVE(PasswordHasher)

    /** The PHC string ("$argon2id$v=19$…") to store. The caller's thread needs a running event loop. */
    QCoro::Task<Result<QString>> hash(QString password);

    /** Whether @p password is the one of @p storedHash. The caller's thread needs a running event loop. */
    QCoro::Task<Result<bool>> verify(QString password, QString storedHash);

    /** The same on the calling thread, for commands and the first start. */
    static Result<QString> hashAndWait(const QString &password);

    /** A hash that no password fits, at the same cost: for names that nobody has. */
    static QString unmatchableHash();

private:
    workers::WorkerPool m_pool;
};

} // namespace plexi::security
