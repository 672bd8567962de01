// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// Oneself: status, settings, sign out.
Menu {
    id: menu

    required property Session session
    signal settingsRequested

    MenuLabel {
        text: qsTr("%1 (@%2)", "name, user name").arg(menu.session.displayName).arg(menu.session.username)
        first: true
    }
    MenuItem {
        text: qsTr("Online")
        presence: "online"
        checkable: true
        checked: menu.session.ownStatus === presence
        onTriggered: menu.session.setStatus(presence)
    }
    MenuItem {
        text: qsTr("Away")
        presence: "away"
        checkable: true
        checked: menu.session.ownStatus === presence
        onTriggered: menu.session.setStatus(presence)
    }
    MenuItem {
        text: qsTr("Do not disturb")
        presence: "dnd"
        checkable: true
        checked: menu.session.ownStatus === presence
        onTriggered: menu.session.setStatus(presence)
    }
    MenuLabel {}
    MenuItem {
        text: qsTr("Settings")
        iconName: "settings"
        onTriggered: menu.settingsRequested()
    }
    MenuItem {
        text: qsTr("Sign out")
        iconName: "log-out"
        onTriggered: menu.session.signOut()
    }
    MenuItem {
        text: qsTr("Quit PlexiChat")
        iconName: "x"
        onTriggered: Qt.quit()
    }
}
