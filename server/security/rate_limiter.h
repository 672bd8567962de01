// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

#include <QHostAddress>

#include <array>
#include <atomic>
#include <memory>
#include <optional>

namespace plexi::security {

/**
 * The reference's categories of rate limits; General is everything that its table does not name. FileChunks are the parts
 * of an upload, whose start has counted: their limit is to stop programs that run wild, and no upload.
 */
enum class RateCategory { General, Authentication, Messages, FileUpload, FileChunks, Search, Admin, Unlimited };

/** Requests per window for each category but Unlimited, 0 for no limit; the defaults are the reference's. */
struct RateLimits {
    int general = 300;
    int authentication = 10;
    int messages = 100;
    int fileUpload = 20;
    int fileChunks = 6'000;
    int search = 50;
    int admin = 200;
    int windowSeconds = 60;
    /** False: requests are counted, and told so, but none is refused. */
    bool isEnforced = true;

    int of(RateCategory category) const;
};

/** What the limiter made of one request; also what the X-RateLimit headers say. */
struct RateDecision {
    bool isAllowed = true;
    int limit = 0;
    int remaining = 0;
    /** When the window ends, in seconds since 1970. */
    qint64 resetAt = 0;
    int windowSeconds = 60;
    /** Seconds until then; at least 1. */
    int retryAfter = 1;
};

/**
 * Counts requests in fixed windows, aligned to the clock, for each person, else for each address (IPv6: its /64).
 * Thread-safe; bounded in memory: past 65,536 identities in one of its 16 parts, new ones share a count.
 */
class RateLimiter
{
public:
    explicit RateLimiter(RateLimits limits = {});
    ~RateLimiter();
    Q_DISABLE_COPY_MOVE(RateLimiter)

    /** Counts one request. @p user where it is known who asks. Nothing where there is no limit. */
    std::optional<RateDecision> take(RateCategory category, std::optional<UserId> user, const QHostAddress &address,
                                     Timestamp now = Timestamp::now());
    /** The same for a session by itself, whatever else its person does. */
    std::optional<RateDecision> take(RateCategory category, SessionId session, Timestamp now = Timestamp::now());

    /** Requests refused since the start. */
    qint64 refusals() const;

private:
    struct Key;
    struct KeyHash;
    struct Shard;
    std::optional<RateDecision> count(const Key &key, Timestamp now);
    static constexpr std::size_t kShards = 16;
    RateLimits m_limits;
    std::array<std::unique_ptr<Shard>, kShards> m_shards;
    std::atomic<qint64> m_refusals = 0;
};

} // namespace plexi::security
