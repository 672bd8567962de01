// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat

Item {
    id: line

    required property string author
    required property string time
    required property string fullTime

    Label {
        id: name

        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width - clock.implicitWidth - Theme.spacingS)
        text: line.author
        font.weight: Theme.weightStrong
        elide: Text.ElideRight
    }
    Caption {
        id: clock

        anchors.left: name.right
        anchors.leftMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        text: line.time
        font.features: { "tnum": 1 }

        HoverHandler {
            id: hover
        }
        HoverTip {
            shown: hover.hovered
            text: line.fullTime
        }
    }
}
