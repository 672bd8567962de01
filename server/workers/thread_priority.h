// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plexi::workers {

/**
 * From now on the calling thread gets what the program's other threads leave of a processor, and a quarter of one that
 * they fill. Cannot be taken back. QThread::setPriority() would do nothing on Linux, where a thread's share is its nice value.
 */
void giveWayToOtherThreads();

} // namespace plexi::workers
