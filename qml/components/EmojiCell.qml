// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// One emoji in the picker.
Item {
    id: cell

    required property int index
    required property string emoji
    required property string shortcode
    property bool current: false
    property bool focused: false

    readonly property string title: ":" + shortcode + ":"

    signal chosen
    signal pointed

    width: Theme.emojiCell
    height: Theme.emojiCell
    Accessible.role: Accessible.Button
    Accessible.name: shortcode
    Accessible.onPressAction: cell.chosen()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: cell.current ? Theme.surfaceSunken : "transparent"

        FocusRing {
            inside: true
            visible: cell.focused
        }
    }
    Text {
        anchors.centerIn: parent
        text: cell.emoji
        textFormat: Text.PlainText
        color: Theme.text
        font.family: Theme.emojiFamily
        font.pixelSize: Theme.emojiSize
    }
    HoverHandler {
        onHoveredChanged: if (hovered) cell.pointed()
    }
    TapHandler {
        onTapped: cell.chosen()
    }
}
