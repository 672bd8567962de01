// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plexi::app {

/** Opens the folder of @p path in the desktop's file manager, with the file chosen where that can be done. */
void showInFolder(const QString &path);

} // namespace plexi::app
