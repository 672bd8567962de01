// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QHash>
#include <QHostAddress>
#include <QMutex>
#include <QString>

namespace plexi::security {

/**
 * Slows down the guessing of passwords: a token bucket for each pair of account and address, so that nobody can lock
 * somebody else out, and a wider one for each address alone, against trying many accounts. Only failures count. In
 * memory: a restart forgets. Thread-safe.
 */
class SignInThrottle
{
public:
    /** Fails with RateLimitExceeded and the seconds until the next try makes sense. */
    Result<> check(const QString &login, const QHostAddress &address, Timestamp now = Timestamp::now());
    void recordFailure(const QString &login, const QHostAddress &address, Timestamp now = Timestamp::now());
    /** The right password: what this pair failed before is forgotten, what the address did is not. */
    void recordSuccess(const QString &login, const QHostAddress &address);

private:
    struct Limit {
        /** Failures in a row that cost nothing. */
        double burst;
        double secondsPerRefill;
    };
    struct Bucket {
        double failures = 0;
        Timestamp at;
    };
    static constexpr Limit kPerPair{.burst = 10, .secondsPerRefill = 15};
    static constexpr Limit kPerAddress{.burst = 100, .secondsPerRefill = 2};
    /** Buckets kept; past it those that have drained are swept, and then the rest. */
    static constexpr qsizetype kMaxBuckets = 50'000;

    static double level(const Bucket &bucket, const Limit &limit, Timestamp now);
    std::optional<int> secondsToWait(const QString &key, const Limit &limit, Timestamp now) const;
    void add(const QString &key, const Limit &limit, Timestamp now);
    void sweep(Timestamp now);

    QMutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

} // namespace plexi::security
