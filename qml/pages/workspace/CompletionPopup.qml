// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// What the word that is being written may become, over the composer. The keyboard stays in the composer.
Rectangle {
    id: popup

    required property CompletionModel completions
    property alias currentIndex: list.currentIndex

    signal chosen(int row)

    function step(by: int) {
        list.currentIndex = (list.currentIndex + by + list.count) % list.count;
    }

    visible: list.count > 0
    implicitHeight: list.contentHeight + 2 * Theme.spacingXs
    radius: Theme.radiusLarge
    color: Theme.surface
    border.width: Theme.stroke
    border.color: Theme.lineStrong

    Connections {
        target: popup.completions
        function onCountChanged() {
            list.currentIndex = 0;
        }
    }

    ListView {
        id: list

        anchors.fill: parent
        anchors.margins: Theme.spacingXs
        model: popup.completions
        interactive: false
        highlightMoveDuration: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Suggestions")

        delegate: Rectangle {
            id: row

            required property int index
            required property string title
            required property string detail
            required property string sign
            required property string initials

            width: list.width
            height: Theme.rowHeight
            radius: Theme.radius
            color: ListView.isCurrentItem ? Theme.surfaceSunken : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: row.title
            Accessible.description: row.detail
            Accessible.onPressAction: popup.chosen(row.index)

            Avatar {
                id: avatar

                anchors.left: parent.left
                anchors.leftMargin: Theme.spacingS
                anchors.verticalCenter: parent.verticalCenter
                visible: row.initials.length > 0
                size: Theme.avatarTiny
                initials: row.initials
            }
            Label {
                anchors.centerIn: avatar
                visible: row.initials.length === 0
                text: row.sign
                color: row.sign.length === 1 ? Theme.textMuted : Theme.text
            }
            Label {
                id: name

                anchors.left: avatar.right
                anchors.leftMargin: Theme.spacingS
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, parent.width / 2)
                text: row.title
                elide: Text.ElideRight
            }
            Caption {
                anchors.left: name.right
                anchors.leftMargin: Theme.spacingS
                anchors.right: parent.right
                anchors.rightMargin: Theme.spacingS
                anchors.verticalCenter: parent.verticalCenter
                text: row.detail
                elide: Text.ElideRight
            }
            HoverHandler {
                onHoveredChanged: if (hovered) list.currentIndex = row.index
            }
            TapHandler {
                onTapped: popup.chosen(row.index)
            }
        }
    }
}
