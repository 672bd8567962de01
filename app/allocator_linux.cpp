// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/allocator.h"

#include <malloc.h>

namespace plexi::app {

void preferLittleMemory()
{
#ifdef M_ARENA_MAX
    // Our threads mostly sleep; with a heap for each of them, what one has let go is of no use to the others.
    mallopt(M_ARENA_MAX, 1);
    // Large blocks go back to the system when they are freed. Without this, glibc raises the limit by itself.
    mallopt(M_MMAP_THRESHOLD, 64 * 1024);
    mallopt(M_TRIM_THRESHOLD, 128 * 1024);
#endif
}

} // namespace plexi::app
