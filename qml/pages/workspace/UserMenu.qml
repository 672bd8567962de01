// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// Oneself: status, colours, sign out.
Menu {
    id: menu

    required property Session session
    required property AppSettings settings

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
    MenuLabel {
        text: qsTr("Colours")
    }
    MenuItem {
        text: qsTr("As the system")
        iconName: "monitor"
        checkable: true
        checked: menu.settings.colorScheme === AppSettings.System
        onTriggered: menu.settings.colorScheme = AppSettings.System
    }
    MenuItem {
        text: qsTr("Light")
        iconName: "sun"
        checkable: true
        checked: menu.settings.colorScheme === AppSettings.Light
        onTriggered: menu.settings.colorScheme = AppSettings.Light
    }
    MenuItem {
        text: qsTr("Dark")
        iconName: "moon"
        checkable: true
        checked: menu.settings.colorScheme === AppSettings.Dark
        onTriggered: menu.settings.colorScheme = AppSettings.Dark
    }
    MenuLabel {}
    MenuItem {
        text: qsTr("Sign out")
        iconName: "log-out"
        onTriggered: menu.session.signOut()
    }
}
