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
    // Shown while it scrolls or is under the pointer.
    opacity: active ? 1 : 0
    Accessible.ignored: true

    Behavior on opacity {
        NumberAnimation { duration: Theme.fadeDuration }
    }

    contentItem: Rectangle {
        implicitWidth: Theme.spacingXs
        implicitHeight: Theme.spacingXs
        radius: Theme.radiusFull
        color: bar.pressed || bar.hovered ? Theme.lineStrong : Theme.line
    }
}
