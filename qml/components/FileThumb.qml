// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// The small square before a file's name: a picture of it, or what kind it is.
Rectangle {
    id: thumb

    required property string iconName
    property url picture

    implicitWidth: Theme.tileSize
    implicitHeight: Theme.tileSize
    radius: Theme.radius
    color: Theme.surfaceSunken
    clip: true
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        visible: image.status !== Image.Ready
        name: thumb.iconName
    }
    Image {
        id: image

        anchors.fill: parent
        source: thumb.picture
        sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
        asynchronous: true
        autoTransform: true
        fillMode: Image.PreserveAspectCrop
    }
}
