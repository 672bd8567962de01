// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// The mark of keyboard focus: 2 px, 2 px outside its parent, or inside it for rows and list items.
Rectangle {
    property bool inside: false
    property real targetRadius: Theme.radius

    anchors.fill: parent
    anchors.margins: inside ? 0 : -(Theme.strokeFocus + Theme.strokeFocus)
    radius: inside ? targetRadius : targetRadius + Theme.strokeFocus + Theme.strokeFocus
    color: "transparent"
    border.width: Theme.strokeFocus
    border.color: Theme.focus
}
