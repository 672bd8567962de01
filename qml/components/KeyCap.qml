// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// A key on the keyboard, as a hint.
Rectangle {
    id: cap

    required property string text

    implicitWidth: label.implicitWidth + Theme.spacingS + Theme.strokeFocus
    implicitHeight: Theme.tagHeight
    radius: Theme.radius
    color: "transparent"
    border.width: Theme.stroke
    border.color: Theme.line
    Accessible.ignored: true

    Caption {
        id: label

        anchors.centerIn: parent
        text: cap.text
        font.weight: Theme.weightMedium
    }
}
