// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace plexi::bench {

/** Numbers that are the same everywhere for the same seed, unlike those of the standard library's distributions. */
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) { }

    /** 0 to @p count - 1. */
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(m_engine() % count); }
    /** 0 to 1, without 1. */
    double share() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    template <typename T>
    const T &of(const std::vector<T> &values)
    {
        return values[below(values.size())];
    }

private:
    std::mt19937_64 m_engine;
};

/** Ranks 0 to count - 1 as often as words of that rank occur in a language (Zipf 1949, with Mandelbrot's shift). */
class Zipf
{
public:
    explicit Zipf(std::size_t count, double exponent = 1.05, double shift = 2.7)
    {
        double sum = 0;
        m_sums.reserve(count);
        for (std::size_t rank = 0; rank < count; ++rank)
            m_sums.push_back(sum += std::pow(static_cast<double>(rank) + 1 + shift, -exponent));
    }

    std::size_t next(Random &random) const
    {
        const auto found = std::ranges::upper_bound(m_sums, random.share() * m_sums.back());
        return std::min(static_cast<std::size_t>(found - m_sums.begin()), m_sums.size() - 1);
    }

private:
    std::vector<double> m_sums;
};

} // namespace plexi::bench
