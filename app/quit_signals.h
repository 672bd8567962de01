// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace plexi::app {

/** SIGINT and SIGTERM end @p application in order, so that a hosted server is stopped. One file per platform. */
void quitOnSignals(QCoreApplication *application);

} // namespace plexi::app
