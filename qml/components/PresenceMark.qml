// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// Presence by shape and colour: disc online, ring away, bar do not disturb, grey ring offline or unknown.
Rectangle {
    id: mark

    required property string presence
    // What the mark lies on: its outer ring cuts it out of the avatar.
    property color backdrop: Theme.surface

    readonly property bool hollow: presence !== "online" && presence !== "dnd"

    width: Theme.presenceSize
    height: Theme.presenceSize
    radius: Theme.radiusFull
    color: backdrop
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.presenceRing
        radius: Theme.radiusFull
        color: mark.presence === "online" ? Theme.success : mark.presence === "dnd" ? Theme.danger : mark.backdrop
        border.width: mark.hollow ? Theme.presenceRing : 0
        border.color: mark.presence === "away" ? Theme.warning : Theme.textFaint

        Rectangle {
            anchors.centerIn: parent
            visible: mark.presence === "dnd"
            width: parent.width - 2
            height: Theme.presenceRing
            color: mark.backdrop
        }
    }
}
