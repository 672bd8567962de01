// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

T.ItemDelegate {
    id: row

    required property string channelId
    required property string name
    required property string topic
    required property int memberCount
    property bool marked: false
    property bool busy: false

    signal chosen

    implicitHeight: Theme.headerHeight
    leftPadding: Theme.spacingM
    rightPadding: Theme.spacingM
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: name
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: topic
    onClicked: row.chosen()
    Keys.onReturnPressed: row.chosen()

    contentItem: Item {
        Icon {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            name: "hash"
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: sign.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: join.left
            anchors.rightMargin: Theme.spacingM

            Label {
                width: parent.width
                text: row.name
                font.weight: Theme.weightMedium
                elide: Text.ElideRight
            }
            Caption {
                width: parent.width
                text: row.topic.length > 0 ? qsTr("%1 · %2", "number of members, topic").arg(qsTr("%n member(s)", "", row.memberCount)).arg(row.topic) : qsTr("%n member(s)", "", row.memberCount)
                maximumLineCount: 1
                elide: Text.ElideRight
            }
        }
        Button {
            id: join

            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            variant: Button.Outlined
            enabled: !row.busy
            focusPolicy: Qt.NoFocus
            text: qsTr("Join")
            Accessible.name: qsTr("Join %1").arg(row.name)
            onClicked: row.chosen()
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.marked ? Theme.accentSoft : row.hovered ? Theme.surfaceRaised : "transparent"

        FocusRing {
            inside: true
            visible: row.marked && (row.ListView.view?.activeFocus ?? false)
        }
    }
}
