// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"

#include <expected>

namespace plexi {

/** A value, or the reason why there is none. No exceptions of our own cross a layer. */
template <typename T = void>
using Result = std::expected<T, Error>;

} // namespace plexi
