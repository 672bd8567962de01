// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// A picture that a message carries. Its place is kept before it is there, so that nothing moves when it comes.
T.Button {
    id: tile

    required property fileCard card
    property real maximumWidth: Theme.pictureWidth

    // As large as fits, never enlarged.
    readonly property real factor: card.pictureWidth > 0 ? Math.min(1, Math.min(maximumWidth, Theme.pictureWidth) / card.pictureWidth, Theme.pictureHeight / card.pictureHeight) : 0

    implicitWidth: factor > 0 ? Math.max(Theme.tileSize, card.pictureWidth * factor) : Theme.pictureHeight
    implicitHeight: factor > 0 ? Math.max(Theme.tileSize, card.pictureHeight * factor) : Theme.pictureHeight
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: qsTr("Picture %1, %2", "name, kind and size").arg(card.name).arg(card.detail)

    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            visible: image.status !== Image.Ready
            name: "file-image"
        }
        Image {
            id: image

            anchors.fill: parent
            source: tile.card.picture
            sourceSize: Qt.size(width * Screen.devicePixelRatio, height * Screen.devicePixelRatio)
            asynchronous: true
            fillMode: Image.PreserveAspectFit
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.surfaceSunken

        FocusRing {
            visible: tile.visualFocus
        }
    }
    HoverTip {
        shown: tile.hovered && !tile.down
        text: tile.card.name
    }
}
