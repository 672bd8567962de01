// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick.Dialogs

// Which files are to go along. In a file of its own: the module of dialogs is large, and mostly it is not needed.
FileDialog {
    fileMode: FileDialog.OpenFiles
}
