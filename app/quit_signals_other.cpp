// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quit_signals.h"

namespace plexi::app {

/** The system's own way of ending a program closes its windows, which quits. */
void quitOnSignals(QCoreApplication *) { }

} // namespace plexi::app
