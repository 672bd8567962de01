// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// "(edited)" after the last line of a text where there is room, else under it. Lies over that last line.
Item {
    id: mark

    property alias text: line.text
    property alias font: line.font

    readonly property bool below: line.end + Theme.spacingXs + label.implicitWidth > width
    // What it adds to the height of the text.
    readonly property int overhang: below ? Theme.captionLine : 0

    LastLineEnd {
        id: line

        width: mark.width
    }
    Caption {
        id: label

        x: mark.below ? 0 : line.end + Theme.spacingXs
        y: mark.below ? Theme.bodyLine : Theme.bodyMetrics.ascent - Theme.captionMetrics.ascent + Theme.bodyInset - Theme.captionInset
        text: qsTr("(edited)")
        color: Theme.textFaint
    }
}
