// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Oneself, at the rail's end: the picture, and the menu behind it.
T.Button {
    id: me

    required property Session session
    signal settingsRequested

    implicitWidth: Theme.avatarLarge
    implicitHeight: Theme.avatarLarge
    text: qsTr("You: %1").arg(session.displayName)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    onClicked: menu.open()
    Keys.onReturnPressed: me.click()
    Keys.onEnterPressed: me.click()

    contentItem: Avatar {
        initials: me.session.initials
        picture: me.session.avatar
        presence: me.session.line === Session.Offline ? "offline" : me.session.ownStatus
        backdrop: Theme.rail
    }
    background: Item {
        FocusRing {
            visible: me.visualFocus
            targetRadius: Theme.avatarLarge / 2
            border.color: Theme.textOnRail
        }
    }
    OnDemand {
        id: menu

        anchors.fill: parent
        sourceComponent: UserMenu {
            x: me.width + (Theme.railWidth - me.width) / 2 + Theme.spacingXs
            y: me.height - height
            session: me.session
            onSettingsRequested: me.settingsRequested()
        }
    }
}
