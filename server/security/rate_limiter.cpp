// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/rate_limiter.h"

#include <cstring>
#include <limits>
#include <mutex>
#include <unordered_map>

namespace plexi::security {

/** Category and identity in 17 bytes: a user's or a session's number, or 64 bits of an address. */
struct RateLimiter::Key {
    enum class Kind : quint8 { User, Session, Address4, Network6 };
    quint64 identity = 0;
    Kind kind = Kind::User;
    RateCategory category = RateCategory::General;

    static Key make(RateCategory category, std::optional<UserId> user, const QHostAddress &address);
    friend bool operator==(const Key &, const Key &) = default;
};

struct RateLimiter::KeyHash {
    std::size_t operator()(const Key &key) const
    {
        return qHashMulti(QHashSeed::globalSeed(), key.identity, static_cast<int>(key.kind),
                          static_cast<int>(key.category));
    }
};

RateLimiter::Key RateLimiter::Key::make(RateCategory category, std::optional<UserId> user, const QHostAddress &address)
{
    if (user)
        return {static_cast<quint64>(user->value()), Kind::User, category};
    bool isFour = false;
    const quint32 four = address.toIPv4Address(&isFour);
    if (isFour)
        return {four, Kind::Address4, category};
    const Q_IPV6ADDR six = address.toIPv6Address();
    quint64 network = 0;
    std::memcpy(&network, &six, sizeof network);
    return {network, Kind::Network6, category};
}

namespace {

constexpr std::size_t kMaxIdentities = 65'536;

} // namespace

int RateLimits::of(RateCategory category) const
{
    switch (category) {
    case RateCategory::General:
        return general;
    case RateCategory::Authentication:
        return authentication;
    case RateCategory::Messages:
        return messages;
    case RateCategory::FileUpload:
        return fileUpload;
    case RateCategory::FileChunks:
        return fileChunks;
    case RateCategory::Search:
        return search;
    case RateCategory::Admin:
        return admin;
    case RateCategory::Unlimited:
        break;
    }
    return std::numeric_limits<int>::max();
}

struct RateLimiter::Shard {
    std::mutex mutex;
    /** Number of the window that the counts are of; all start anew with the next. */
    qint64 window = -1;
    std::unordered_map<Key, int, KeyHash> counts;
};

RateLimiter::RateLimiter(RateLimits limits) : m_limits(limits)
{
    Q_ASSERT(m_limits.windowSeconds > 0);
    for (auto &shard : m_shards)
        shard = std::make_unique<Shard>();
}

RateLimiter::~RateLimiter() = default;

std::optional<RateDecision> RateLimiter::take(RateCategory category, std::optional<UserId> user,
                                              const QHostAddress &address, Timestamp now)
{
    return count(Key::make(category, user, address), now);
}

std::optional<RateDecision> RateLimiter::take(RateCategory category, SessionId session, Timestamp now)
{
    return count({static_cast<quint64>(session.value()), Key::Kind::Session, category}, now);
}

std::optional<RateDecision> RateLimiter::count(const Key &key, Timestamp now)
{
    const RateCategory category = key.category;
    if (category == RateCategory::Unlimited || m_limits.of(category) <= 0)
        return std::nullopt;
    const qint64 window = now.seconds() / m_limits.windowSeconds;

    // The map takes the hash's lower bits; other ones choose the shard.
    Shard &shard = *m_shards[(KeyHash{}(key) >> 20) % kShards];
    int count = 0;
    {
        const std::scoped_lock lock(shard.mutex);
        if (shard.window != window) {
            shard.counts.clear();
            shard.window = window;
        }
        const bool isFull = shard.counts.size() >= kMaxIdentities && !shard.counts.contains(key);
        // Nobody has number 0: the count that newcomers share.
        count = ++shard.counts[isFull ? Key{.category = category} : key];
    }

    RateDecision decision;
    decision.limit = m_limits.of(category);
    decision.isAllowed = count <= decision.limit || !m_limits.isEnforced;
    decision.remaining = std::max(0, decision.limit - count);
    decision.windowSeconds = m_limits.windowSeconds;
    decision.resetAt = (window + 1) * m_limits.windowSeconds;
    decision.retryAfter = static_cast<int>(std::max<qint64>(1, decision.resetAt - now.seconds()));
    if (!decision.isAllowed)
        m_refusals.fetch_add(1, std::memory_order_relaxed);
    return decision;
}

qint64 RateLimiter::refusals() const
{
    return m_refusals.load(std::memory_order_relaxed);
}

} // namespace plexi::security
