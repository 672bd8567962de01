// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plexi {

/** One function object made of several lambdas, for std::visit (the example of [std::visit] on cppreference.com). */
template <typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

} // namespace plexi
