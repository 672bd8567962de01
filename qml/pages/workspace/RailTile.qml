// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// One account in the rail: its workspace's tile, what is unread there, and a bar beside the one that is shown.
T.Button {
    id: tile

    required property int index
    required property string name
    required property string address
    required property string username
    required property bool hasUnread
    required property int mentionCount
    required property bool isCurrent
    // The window shows something else.
    property bool away: false

    readonly property bool shown: isCurrent && !away
    readonly property string mentions: mentionCount > 0 ? qsTr("%n mention(s)", "", mentionCount) : hasUnread ? qsTr("Unread messages") : ""

    implicitWidth: Theme.tileSize
    implicitHeight: Theme.tileSize
    text: qsTr("%1, %2", "workspace, user name").arg(name).arg(username)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.description: mentions.length > 0 ? qsTr("%1, %2", "address, what is unread").arg(address).arg(mentions) : address
    Accessible.selected: shown
    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    contentItem: WorkspaceTile {
        name: tile.name
        railed: true
    }
    background: Item {
        FocusRing {
            visible: tile.visualFocus
            targetRadius: Theme.radiusLarge
            border.color: Theme.textOnRail
        }
    }

    Rectangle {
        readonly property real inset: (Theme.railWidth - tile.width) / 2

        x: LayoutMirroring.enabled ? tile.width + inset - Theme.railBarWidth : -inset - Theme.railBarWidth
        anchors.verticalCenter: parent.verticalCenter
        visible: tile.shown || tile.hasUnread
        width: Theme.railBarWidth * 2
        height: tile.shown ? Theme.railBarSelected : Theme.railBarUnread
        radius: Theme.railBarWidth
        color: Theme.textOnRail
    }
    Rectangle {
        // Over the tile, which the button puts in after its children.
        z: 1
        // As far out as the rail is wide.
        anchors.right: parent.right
        anchors.top: parent.bottom
        anchors.rightMargin: Math.max(-(Theme.railWidth - tile.width) / 2, Theme.spacingL - width)
        anchors.topMargin: -Theme.spacingL
        visible: tile.mentionCount > 0
        width: badge.width + 2 * Theme.presenceRing
        height: badge.height + 2 * Theme.presenceRing
        radius: Theme.radiusFull
        color: Theme.rail

        Badge {
            id: badge

            anchors.centerIn: parent
            count: tile.mentionCount
        }
    }
    HoverTip {
        beside: true
        shown: tile.hovered
        text: qsTr("%1 at %2, %3", "user name, workspace, address").arg(tile.username).arg(tile.name).arg(tile.address)
    }
}
