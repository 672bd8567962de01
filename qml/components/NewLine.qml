// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// Where the unread messages begin. Its label is at the start edge, so that a row's menu never covers it.
Item {
    implicitHeight: Theme.newLineHeight
    Accessible.role: Accessible.Separator
    Accessible.name: qsTr("New messages")

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: Theme.stroke
        color: Theme.accent
    }
    Rectangle {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: label.implicitWidth + Theme.spacingM
        height: Theme.captionLine
        radius: Theme.radiusFull
        color: Theme.accent

        Caption {
            id: label

            anchors.centerIn: parent
            text: qsTr("New", "above the first unread message")
            color: Theme.textOnAccent
            font.weight: Theme.weightStrong
        }
    }
}
