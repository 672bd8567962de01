// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workers/thread_priority.h"

#include <sys/resource.h>
#include <unistd.h>

namespace plexi::workers {

void giveWayToOtherThreads()
{
    // Nice 10 weighs 110 where nice 0 weighs 1024 (sched(7)). Linux knows threads as processes here, unlike POSIX.
    constexpr int kNice = 10;
    (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice);
}

} // namespace plexi::workers
