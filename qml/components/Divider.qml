// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

Rectangle {
    implicitHeight: Theme.stroke
    implicitWidth: Theme.stroke
    color: Theme.line
    Accessible.ignored: true
}
