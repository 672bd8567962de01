// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A person in a list: choose them to write to them.
T.ItemDelegate {
    id: row

    required property string userId
    required property string displayName
    required property string username
    required property string initials
    required property string avatar
    required property string presence
    required property bool isSelf
    property bool focused: false
    property bool marked: false

    readonly property string presenceText: presence === "online" ? qsTr("online") : presence === "away" ? qsTr("away") : presence === "dnd" ? qsTr("do not disturb") : qsTr("offline")
    readonly property color backdrop: marked ? Theme.accentSoft : hovered ? Theme.surfaceRaised : Theme.surface

    signal chosen

    implicitHeight: Theme.rowTall
    leftPadding: Theme.spacingL
    rightPadding: Theme.spacingL
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: isSelf ? qsTr("%1 (you)").arg(displayName) : displayName
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.description: presenceText
    Accessible.onPressAction: row.chosen()

    onClicked: row.chosen()
    Keys.onReturnPressed: row.chosen()
    Keys.onEnterPressed: row.chosen()

    contentItem: Item {
        Avatar {
            id: disc

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            size: Theme.avatarMedium
            initials: row.initials
            picture: row.avatar
            presence: row.presence
            backdrop: row.backdrop
            selected: row.marked
        }
        Label {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: disc.right
            anchors.leftMargin: Theme.spacingM
            width: Math.min(implicitWidth, Math.max(0, parent.width - disc.width - end.width - Theme.spacingM - Theme.spacingS))
            text: row.text
            font.weight: Theme.weightMedium
            elide: Text.ElideRight
        }
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: name.right
            anchors.leftMargin: Theme.spacingS
            anchors.right: end.left
            anchors.rightMargin: Theme.spacingS
            text: "@" + row.username
            elide: Text.ElideRight
        }
        Caption {
            id: end

            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            text: row.presenceText
        }
    }
    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.spacingS
            anchors.rightMargin: Theme.spacingS
            radius: Theme.radius
            color: row.down ? Theme.accentSoft : row.backdrop

            FocusRing {
                inside: true
                visible: row.focused
            }
        }
    }
}
