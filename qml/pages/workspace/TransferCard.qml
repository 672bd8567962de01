// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// A file on its way here or to the server: how far it is, and buttons for what can be done with it.
Rectangle {
    id: card

    required property string name
    required property string iconName
    required property int stage
    required property real share
    required property string stateText
    property url picture
    property bool failed: false
    property color barColor: Theme.accent

    default property alias tools: tools.data

    implicitHeight: Theme.uploadHeight
    radius: Theme.radius
    color: Theme.surfaceRaised
    border.width: Theme.stroke
    border.color: failed ? Theme.danger : Theme.line
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2", "file, how far it is").arg(name).arg(stateText)

    FileThumb {
        id: thumb

        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingS
        anchors.verticalCenter: parent.verticalCenter
        iconName: card.iconName
        picture: card.picture
    }
    Column {
        anchors.left: thumb.right
        anchors.leftMargin: Theme.spacingS
        anchors.right: tools.left
        anchors.rightMargin: Theme.spacingXs
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.spacingXs / 2

        Caption {
            width: parent.width
            text: card.name
            color: Theme.text
            font.weight: Theme.weightMedium
            elide: Text.ElideMiddle
        }
        Rectangle {
            width: parent.width
            height: Theme.progressHeight
            visible: !card.failed
            radius: height / 2
            color: Theme.line

            Rectangle {
                width: parent.width * card.share
                height: parent.height
                radius: height / 2
                color: card.barColor
            }
        }
        Caption {
            width: parent.width
            text: card.stateText
            color: card.failed ? Theme.danger : Theme.textMuted
            maximumLineCount: card.failed ? 2 : 1
            wrapMode: card.failed ? Text.Wrap : Text.NoWrap
            elide: Text.ElideRight
            font.features: { "tnum": 1 }
        }
    }
    Row {
        id: tools

        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingXs
        anchors.verticalCenter: parent.verticalCenter
    }
}
