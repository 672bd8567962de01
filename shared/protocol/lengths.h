// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace plexi::protocol {

/** How long a string may be, in Unicode code points. */
struct LengthRange {
    qsizetype min = 0;
    qsizetype max = 65'536;
};

inline constexpr LengthRange kUsernameLength{.min = 2, .max = 32};
inline constexpr LengthRange kDisplayNameLength{.min = 1, .max = 80};
/** What is shorter than any address is no address, which is another fault. */
inline constexpr LengthRange kEmailLength{.min = 0, .max = 254};
/** Of a password that is set; one that is only compared may be anything. */
inline constexpr LengthRange kPasswordLength{.min = 8, .max = 128};
/** Of words that people are looked for by. */
inline constexpr LengthRange kPeopleSearchLength{.min = 1, .max = 80};

} // namespace plexi::protocol
