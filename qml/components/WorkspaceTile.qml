// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// A workspace's letters in a rounded square.
Rectangle {
    id: tile

    required property string name
    property bool railed: false

    implicitWidth: Theme.tileSize
    implicitHeight: Theme.tileSize
    radius: Theme.radiusLarge
    color: railed ? Theme.textOnRail : Theme.accentSoft
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        textFormat: Text.PlainText
        text: tile.name.slice(0, 1).toLocaleUpperCase()
        color: tile.railed ? Theme.rail : Theme.accent
        font.pixelSize: Theme.headingSize
        font.weight: Theme.weightStrong
    }
}
