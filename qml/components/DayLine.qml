// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// The day between two messages.
Item {
    id: day

    required property string text

    implicitHeight: Theme.dayLineHeight
    Accessible.role: Accessible.Separator
    Accessible.name: text

    Divider {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, (parent.width - label.width) / 2 - Theme.spacingM)
    }
    Caption {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        text: day.text
        font.weight: Theme.weightStrong
        elide: Text.ElideRight
    }
    Divider {
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, (parent.width - label.width) / 2 - Theme.spacingM)
    }
}
