// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// What the keys do in the composer.
Row {
    id: hints

    property bool editing: false

    spacing: Theme.spacingXs
    rightPadding: Theme.spacingXs

    KeyCap {
        text: qsTr("Enter", "name of the key")
    }
    Caption {
        anchors.verticalCenter: parent.verticalCenter
        text: hints.editing ? qsTr("saves") : qsTr("sends")
        rightPadding: Theme.spacingXs
    }
    KeyCap {
        text: qsTr("Shift", "name of the key")
    }
    KeyCap {
        text: qsTr("Enter", "name of the key")
    }
    Caption {
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("new line")
    }
}
