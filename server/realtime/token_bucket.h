// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>

namespace plexi::realtime {

/**
 * How much one socket may ask. Refills steadily up to a burst; refused work goes on being counted, down to a debt of one
 * more burst, so that a client which ignores the refusals can be told from one that was merely quick.
 */
class TokenBucket
{
public:
    using Clock = std::chrono::steady_clock;
    enum class Verdict { Granted, Refused, Flooding };

    /** @p perSecond 0 or less: no limit. */
    TokenBucket(float perSecond, float burst, Clock::time_point now)
        : m_perSecond(perSecond), m_burst(burst), m_tokens(burst), m_last(now)
    {
    }

    Verdict take(float cost, Clock::time_point now)
    {
        if (m_perSecond <= 0)
            return Verdict::Granted;
        const std::chrono::duration<float> passed = now - m_last;
        m_last = now;
        m_tokens = std::min(m_burst, m_tokens + passed.count() * m_perSecond);
        const bool isGranted = m_tokens >= std::min(cost, m_burst);
        m_tokens -= cost;
        if (isGranted)
            return Verdict::Granted;
        return m_tokens < -m_burst ? Verdict::Flooding : Verdict::Refused;
    }

private:
    float m_perSecond;
    float m_burst;
    float m_tokens;
    Clock::time_point m_last;
};

} // namespace plexi::realtime
