// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

T.ItemDelegate {
    id: row

    required property int index
    required property string title
    required property string styledTitle
    required property string detail
    required property string kind
    required property string presence
    required property string initials
    required property int mentionCount
    property bool marked: false

    readonly property bool person: kind === "person"
    readonly property color backdrop: marked ? Theme.accentSoft : hovered ? Theme.surfaceRaised : Theme.surface

    signal chosen

    implicitHeight: Theme.optionRow
    leftPadding: Theme.spacingL
    rightPadding: Theme.spacingL
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: title
    Accessible.role: Accessible.ListItem
    Accessible.name: title
    Accessible.description: detail
    Accessible.selected: marked
    onClicked: row.chosen()

    contentItem: Item {
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            visible: !row.person
            name: row.kind === "private" ? "lock" : row.kind === "direct" ? "users" : "hash"
            color: row.marked ? Theme.accent : Theme.textMuted
        }
        Avatar {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            visible: row.person
            size: Theme.avatarTiny
            initials: row.initials
            presence: row.presence
            backdrop: row.backdrop
            selected: row.marked
        }
        Label {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.iconSize + Theme.spacingM
            width: Math.min(implicitWidth, Math.max(0, parent.width - end.width - Theme.iconSize - Theme.spacingM - Theme.spacingS))
            // The model escaped what people wrote and coloured the letters that fit.
            text: row.styledTitle
            textFormat: Text.StyledText
            font.weight: row.marked ? Theme.weightMedium : Theme.weightNormal
            elide: Text.ElideRight
        }
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: name.right
            anchors.leftMargin: Theme.spacingM
            anchors.right: end.left
            anchors.rightMargin: Theme.spacingM
            text: row.detail
            maximumLineCount: 1
            elide: Text.ElideRight
        }
        Row {
            id: end

            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            spacing: Theme.spacingS

            Badge {
                anchors.verticalCenter: parent.verticalCenter
                visible: row.mentionCount > 0
                count: row.mentionCount
            }
            Caption {
                anchors.verticalCenter: parent.verticalCenter
                visible: row.marked
                text: qsTr("Enter", "name of the key")
            }
        }
    }
    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.leftMargin: Theme.spacingS
            anchors.rightMargin: Theme.spacingS
            radius: Theme.radius
            color: row.down ? Theme.accentSoft : row.backdrop
        }
    }
}
