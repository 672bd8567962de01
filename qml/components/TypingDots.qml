// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat

// Three dots of which one after the other is dark; they stand still where the system asks for less motion.
Row {
    id: dots

    property bool running: false
    property int current: 0

    spacing: Theme.spacingXs
    Accessible.ignored: true

    Repeater {
        model: 3

        Rectangle {
            required property int index

            width: Theme.typingDot
            height: Theme.typingDot
            radius: Theme.radiusFull
            color: index === dots.current ? Theme.text : Theme.lineStrong
        }
    }
    Timer {
        interval: Theme.typingStep
        repeat: true
        running: dots.running && !Theme.reducedMotion
        onTriggered: dots.current = (dots.current + 1) % 3
    }
}
