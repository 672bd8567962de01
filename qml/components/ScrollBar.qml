// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

T.ScrollBar {
    id: bar

    implicitWidth: Theme.scrollBarWidth
    implicitHeight: Theme.scrollBarWidth
    padding: Theme.strokeFocus
    minimumSize: 0.08
    visible: size < 1
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: Theme.spacingXs
        implicitHeight: Theme.spacingXs
        radius: Theme.radiusFull
        color: bar.pressed || bar.hovered ? Theme.lineStrong : Theme.line
    }
}
