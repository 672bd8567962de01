// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plexi::commands {

/** Call before other threads start: SIGINT and SIGTERM are held back for waitForTermination(). */
void holdTerminationSignals();

/** Blocks until the process is asked to end. */
void waitForTermination();

} // namespace plexi::commands
