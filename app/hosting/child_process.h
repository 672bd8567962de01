// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QProcess;

namespace plexi::app {

/** Before QProcess::start(): the child is asked to end when this program ends, even by a crash. One file per platform. */
void endWithParent(QProcess &process);

} // namespace plexi::app
