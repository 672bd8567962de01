// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// A file in a list: choosing it saves it.
T.ItemDelegate {
    id: row

    required property fileCard card
    required property string author
    property bool focused: false

    signal saveRequested

    implicitHeight: Theme.fileHeight
    leftPadding: Theme.spacingL
    rightPadding: Theme.spacingL
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: card.name
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, from %2, %3", "file, person, kind and size").arg(card.name).arg(author).arg(card.detail)
    Accessible.onPressAction: row.saveRequested()
    onClicked: row.saveRequested()
    Keys.onReturnPressed: row.saveRequested()
    Keys.onEnterPressed: row.saveRequested()

    contentItem: Item {
        FileThumb {
            id: thumb

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            iconName: row.card.infected ? "circle-alert" : row.card.iconName
            picture: row.card.picture
        }
        Column {
            anchors.left: thumb.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: icon.left
            anchors.rightMargin: Theme.spacingS
            anchors.verticalCenter: parent.verticalCenter

            Label {
                width: parent.width
                text: row.card.name
                elide: Text.ElideMiddle
            }
            Caption {
                width: parent.width
                text: qsTr("%1 · %2", "person, kind and size").arg(row.author).arg(row.card.detail)
                elide: Text.ElideRight
            }
        }
        Icon {
            id: icon

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "download"
            color: row.hovered ? Theme.text : Theme.textMuted
        }
    }
    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.spacingS
            anchors.rightMargin: Theme.spacingS
            radius: Theme.radius
            color: row.down ? Theme.accentSoft : row.hovered ? Theme.surfaceRaised : Theme.surface

            FocusRing {
                inside: true
                visible: row.focused
            }
        }
    }
}
