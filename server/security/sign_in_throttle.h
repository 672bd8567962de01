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
 * somebody else out, and a wider one for each address alone, against trying many accounts. Only failures count. How many tries
 * may be under way at once is bounded, and all that fail are paid for afterwards: many at once are no way around, and
 * people who share an address and a password, as load tests do, are not in each other's way. In memory: a restart
 * forgets. Thread-safe.
 */
class SignInThrottle
{
public:
    /** @p isOn: false where everything is admitted, for load tests. */
    explicit SignInThrottle(bool isOn = true) : m_isOn(isOn) { }

    /**
     * Begins a try, to be ended by pardon() or blame(). Fails with RateLimitExceeded and the seconds until the next one
     * makes sense.
     */
    Result<> admit(const QString &login, const QHostAddress &address, Timestamp now = Timestamp::now());
    /** The try was none: the password was right, or was never looked at. */
    void pardon(const QString &login, const QHostAddress &address, Timestamp now = Timestamp::now());
    /** The try failed. */
    void blame(const QString &login, const QHostAddress &address, Timestamp now = Timestamp::now());
    /** Whether admit() would refuse the pair's next try. */
    bool isLocked(const QString &login, const QHostAddress &address, Timestamp now = Timestamp::now()) const;

private:
    struct Limit {
        /** Failures in a row that cost nothing. */
        double burst;
        double secondsPerRefill;
    };
    struct Bucket {
        double failures = 0;
        Timestamp at;
        /** Tries under way. */
        int tries = 0;
    };
    /** As many as wait for their hash at most. */
    static constexpr int kMaxTriesAtOnce = 64;
    static constexpr Limit kPerPair{.burst = 10, .secondsPerRefill = 15};
    static constexpr Limit kPerAddress{.burst = 100, .secondsPerRefill = 2};
    /** Buckets kept; past it those that have drained are swept, and then the rest. */
    static constexpr qsizetype kMaxBuckets = 50'000;

    static double level(const Bucket &bucket, const Limit &limit, Timestamp now);
    std::optional<int> secondsToWait(const QString &key, const Limit &limit, Timestamp now) const;
    void begin(const QString &key);
    void end(const QString &key, const Limit &limit, double failures, Timestamp now);
    void sweep(Timestamp now);

    const bool m_isOn;
    mutable QMutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

} // namespace plexi::security
