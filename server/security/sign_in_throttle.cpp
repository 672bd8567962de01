// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/sign_in_throttle.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

/** One household or host: an IPv6 address stands for its /64. */
QString addressKey(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4).toString();
    Q_IPV6ADDR bits = address.toIPv6Address();
    for (int i = 8; i < 16; ++i)
        bits[i] = 0;
    return QHostAddress(bits).toString();
}

QString pairKey(const QString &login, const QHostAddress &address)
{
    // Bounded, since what somebody typed is the key.
    return addressKey(address) + u' ' + login.left(320).toCaseFolded();
}

} // namespace

Result<> SignInThrottle::admit(const QString &login, const QHostAddress &address, Timestamp now)
{
    if (!m_isOn)
        return {};
    const QMutexLocker lock(&m_mutex);
    const auto pair = secondsToWait(pairKey(login, address), kPerPair, now);
    const auto alone = secondsToWait(addressKey(address), kPerAddress, now);
    if (pair || alone) {
        return fail({.code = ErrorCode::RateLimitExceeded,
                     .message = u"Rate limit exceeded"_s,
                     .details = {{"reason"_L1, "Too many failed sign-ins"_L1}},
                     .retryAfter = std::max(pair.value_or(0), alone.value_or(0))});
    }
    if (m_buckets.size() >= kMaxBuckets)
        sweep(now);
    begin(pairKey(login, address));
    begin(addressKey(address));
    return {};
}

void SignInThrottle::pardon(const QString &login, const QHostAddress &address, Timestamp now)
{
    const QMutexLocker lock(&m_mutex);
    end(pairKey(login, address), kPerPair, 0, now);
    end(addressKey(address), kPerAddress, 0, now);
}

void SignInThrottle::blame(const QString &login, const QHostAddress &address, Timestamp now)
{
    if (!m_isOn)
        return;
    const QMutexLocker lock(&m_mutex);
    end(pairKey(login, address), kPerPair, 1, now);
    end(addressKey(address), kPerAddress, 1, now);
}

bool SignInThrottle::isLocked(const QString &login, const QHostAddress &address, Timestamp now) const
{
    const QMutexLocker lock(&m_mutex);
    return secondsToWait(pairKey(login, address), kPerPair, now).has_value();
}

double SignInThrottle::level(const Bucket &bucket, const Limit &limit, Timestamp now)
{
    const double drained = static_cast<double>(std::max<qint64>(0, now.ms - bucket.at.ms)) / 1000
        / limit.secondsPerRefill;
    return std::max(0.0, bucket.failures - drained);
}

std::optional<int> SignInThrottle::secondsToWait(const QString &key, const Limit &limit, Timestamp now) const
{
    const auto found = m_buckets.constFind(key);
    if (found == m_buckets.constEnd())
        return std::nullopt;
    const double excess = level(*found, limit, now) - (limit.burst - 1);
    if (excess <= 0)
        return found->tries < kMaxTriesAtOnce ? std::nullopt : std::optional(1);
    return std::max(1, static_cast<int>(std::ceil(excess * limit.secondsPerRefill)));
}

void SignInThrottle::begin(const QString &key)
{
    ++m_buckets[key].tries;
}

void SignInThrottle::end(const QString &key, const Limit &limit, double failures, Timestamp now)
{
    Bucket &bucket = m_buckets[key];
    // Those that failed together stay counted beyond the burst, so that the next has to wait for each of them.
    const double most = limit.burst + kMaxTriesAtOnce;
    bucket = {.failures = std::min(level(bucket, limit, now) + failures, most),
              .at = now,
              .tries = std::max(0, bucket.tries - 1)};
    if (bucket.failures <= 0 && bucket.tries == 0)
        m_buckets.remove(key);
}

void SignInThrottle::sweep(Timestamp now)
{
    m_buckets.removeIf([now](const QHash<QString, Bucket>::iterator &entry) {
        return entry->tries == 0 && level(*entry, entry.key().contains(u' ') ? kPerPair : kPerAddress, now) <= 0;
    });
    if (m_buckets.size() >= kMaxBuckets)
        m_buckets.clear();
}

} // namespace plexi::security
