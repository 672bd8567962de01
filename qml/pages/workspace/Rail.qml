// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// The accounts this window is signed in to, one more, and oneself.
Rectangle {
    id: rail

    required property AccountsModel accounts
    // The one that the window shows; null while another is added.
    property Session session: null

    signal accountChosen(int row)
    signal addRequested
    signal settingsRequested

    color: Theme.rail

    Flickable {
        id: list

        anchors.top: parent.top
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.spacingM
        width: parent.width
        contentHeight: tiles.height + 2 * Theme.spacingM
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive

        Column {
            id: tiles

            y: Theme.spacingM
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.spacingM

            Repeater {
                model: rail.accounts

                RailTile {
                    id: tile

                    away: rail.session === null
                    // The one that is shown brings its next unread channel.
                    onClicked: tile.shown ? rail.session.openNextUnread() : rail.accountChosen(tile.index)
                }
            }
            T.Button {
                id: add

                width: Theme.tileSize
                height: Theme.tileSize
                enabled: rail.session !== null
                text: qsTr("Add an account")
                focusPolicy: Qt.StrongFocus
                hoverEnabled: true
                onClicked: rail.addRequested()
                Keys.onReturnPressed: add.click()
                Keys.onEnterPressed: add.click()

                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        name: "plus"
                        color: add.enabled ? Theme.textOnRail : Theme.rail
                    }
                }
                background: Rectangle {
                    radius: Theme.radiusLarge
                    color: add.enabled ? "transparent" : Theme.textOnRail
                    border.width: Theme.stroke
                    border.color: add.hovered || !add.enabled ? Theme.textOnRail : Theme.lineStrong

                    FocusRing {
                        visible: add.visualFocus
                        targetRadius: Theme.radiusLarge
                        border.color: Theme.textOnRail
                    }
                }
                HoverTip {
                    beside: true
                    shown: add.hovered
                    text: add.text
                }
            }
        }
    }

    Loader {
        id: foot

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spacingM
        active: rail.session !== null
        sourceComponent: OwnButton {
            session: rail.session
            onSettingsRequested: rail.settingsRequested()
        }
    }
}
