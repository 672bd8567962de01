// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plexi::app {

/** Tells the allocator that little memory matters more than threads that never wait. Before there are any threads. */
void preferLittleMemory();

} // namespace plexi::app
