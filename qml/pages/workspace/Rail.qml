// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// The workspaces this window is signed in to, and oneself.
Rectangle {
    id: rail

    required property Session session
    signal settingsRequested

    color: Theme.rail

    Rectangle {
        x: LayoutMirroring.enabled ? parent.width - width + radius : -radius
        anchors.verticalCenter: tile.verticalCenter
        width: Theme.railBarWidth * 2
        height: Theme.railBarSelected
        radius: Theme.railBarWidth
        color: Theme.textOnRail
        clip: true
    }
    T.Button {
        id: tile

        y: Theme.spacingM
        anchors.horizontalCenter: parent.horizontalCenter
        width: Theme.tileSize
        height: Theme.tileSize
        text: rail.session.serverName
        focusPolicy: Qt.StrongFocus
        hoverEnabled: true
        Accessible.description: rail.session.serverAddress
        // The one workspace of this window: its tile brings the next unread channel.
        onClicked: rail.session.openNextUnread()
        Keys.onReturnPressed: tile.click()

        contentItem: WorkspaceTile {
            name: rail.session.serverName
            railed: true
        }
        background: Item {
            FocusRing {
                visible: tile.visualFocus
                targetRadius: Theme.radiusLarge
                border.color: Theme.textOnRail
            }
        }
        TipBubble {
            x: tile.width + Theme.spacingS
            y: (tile.height - height) / 2
            visible: tile.hovered
            text: qsTr("%1, %2", "workspace, address").arg(rail.session.serverName).arg(rail.session.serverAddress)
        }
    }
    Rectangle {
        anchors.left: tile.right
        anchors.top: tile.bottom
        anchors.leftMargin: -Theme.spacingL
        anchors.topMargin: -Theme.spacingL
        visible: rail.session.mentionTotal > 0
        width: badge.width + 2 * Theme.presenceRing
        height: badge.height + 2 * Theme.presenceRing
        radius: Theme.radiusFull
        color: Theme.rail

        Badge {
            id: badge

            anchors.centerIn: parent
            count: rail.session.mentionTotal
        }
    }

    T.Button {
        id: me

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spacingM
        width: Theme.avatarLarge
        height: Theme.avatarLarge
        text: qsTr("You: %1").arg(rail.session.displayName)
        focusPolicy: Qt.StrongFocus
        hoverEnabled: true
        onClicked: menu.open()
        Keys.onReturnPressed: me.click()

        contentItem: Avatar {
            initials: rail.session.initials
            picture: rail.session.avatar
            presence: rail.session.line === Session.Offline ? "offline" : rail.session.ownStatus
            backdrop: Theme.rail
        }
        background: Item {
            FocusRing {
                visible: me.visualFocus
                targetRadius: Theme.avatarLarge / 2
                border.color: Theme.textOnRail
            }
        }
        UserMenu {
            id: menu

            x: Theme.railWidth - me.x + Theme.spacingXs
            y: me.height - height
            session: rail.session
            onSettingsRequested: rail.settingsRequested()
        }
    }
}
