// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// A file that a message carries: what it is, and the way to have it.
Rectangle {
    id: tile

    required property fileCard card

    readonly property bool there: card.fileId.length > 0 && !card.infected

    signal saveRequested

    implicitWidth: Theme.fileWidth
    implicitHeight: Theme.fileHeight
    radius: Theme.radiusLarge
    color: Theme.surface
    border.width: Theme.stroke
    border.color: card.infected ? Theme.danger : Theme.line
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("File %1, %2", "name, kind and size").arg(card.name).arg(card.detail)

    FileThumb {
        id: thumb

        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        iconName: tile.card.infected ? "circle-alert" : tile.card.iconName
    }
    Column {
        anchors.left: thumb.right
        anchors.leftMargin: Theme.spacingM
        anchors.right: save.visible ? save.left : parent.right
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: tile.card.name
            font.weight: Theme.weightMedium
            elide: Text.ElideMiddle
        }
        Caption {
            width: parent.width
            text: tile.card.detail
            color: tile.card.infected ? Theme.danger : Theme.textMuted
            elide: Text.ElideRight
        }
    }
    IconButton {
        id: save

        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        visible: tile.there
        iconName: "download"
        text: qsTr("Save %1 to your downloads").arg(tile.card.name)
        onClicked: tile.saveRequested()
    }
}
