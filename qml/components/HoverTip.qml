// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat

// The tooltip of what it lies over, made when it first shows.
Loader {
    id: tip

    required property string text
    property bool shown: false
    // At its end, for what stands in a column.
    property bool beside: false

    anchors.fill: parent
    active: shown && text.length > 0
    sourceComponent: Item {
        TipBubble {
            id: bubble

            visible: tip.shown
            text: tip.text

            Binding {
                bubble.x: tip.width + Theme.spacingS
                bubble.y: (tip.height - bubble.height) / 2
                when: tip.beside
            }
        }
    }
}
