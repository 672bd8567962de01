// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/allocator.h"

namespace plexi::app {

void preferLittleMemory() { }

} // namespace plexi::app
