// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosting/child_process.h"

namespace plexi::app {

/** Nothing of the kind here: after a crash of the app the server goes on, and the next start finds its directory in use. */
void endWithParent(QProcess &) { }

} // namespace plexi::app
