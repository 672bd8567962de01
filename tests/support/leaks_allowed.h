// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace plexi::test {

/** While it lives, what its thread allocates may leak without LeakSanitizer's objection: for tests of lost owners. */
class LeaksAllowed
{
public:
#if defined(__SANITIZE_ADDRESS__)
    LeaksAllowed() { __lsan_disable(); }
    ~LeaksAllowed() { __lsan_enable(); }
#else
    LeaksAllowed() { }
    ~LeaksAllowed() { }
#endif
    LeaksAllowed(const LeaksAllowed &) = delete;
    LeaksAllowed &operator=(const LeaksAllowed &) = delete;
};

} // namespace plexi::test
