// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace plexi::bench {

/** The value below which @p share (0 to 1) of the values lie: nearest rank. @p values must not be empty. */
template <typename T>
T percentile(std::vector<T> values, double share)
{
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    const auto position = values.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(values.begin(), position, values.end());
    return *position;
}

template <typename T>
T median(std::vector<T> values)
{
    return percentile(std::move(values), 0.5);
}

} // namespace plexi::bench
