// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// The count of mentions in a pill of 20.
Rectangle {
    id: badge

    required property int count

    implicitWidth: Math.max(Theme.pillSize, label.implicitWidth + Theme.spacingM)
    implicitHeight: Theme.pillSize
    radius: Theme.radiusFull
    color: Theme.accent
    Accessible.ignored: true

    Caption {
        id: label

        anchors.centerIn: parent
        text: badge.count > 99 ? qsTr("99+", "more than 99") : badge.count.toLocaleString(Qt.locale(), "f", 0)
        color: Theme.textOnAccent
        font.weight: Theme.weightStrong
        font.features: { "tnum": 1 }
    }
}
