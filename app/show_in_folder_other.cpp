// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/show_in_folder.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace plexi::app {

void showInFolder(const QString &path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

} // namespace plexi::app
