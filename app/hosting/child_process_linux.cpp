// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosting/child_process.h"

#include <QProcess>

#include <csignal>
#include <sys/prctl.h>

namespace plexi::app {

void endWithParent(QProcess &process)
{
    // Bound to the thread that starts the process, which is the main thread: it lives as long as the program.
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

} // namespace plexi::app
