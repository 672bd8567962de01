// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

Column {
    id: section

    required property AppSettings settings

    spacing: Theme.spacingL

    Title {

        anchors.left: parent.left
        text: qsTr("Notifications")
    }
    Card {
        width: parent.width

        SettingRow {
            iconName: "bell"
            title: qsTr("Show notifications")
            explanation: qsTr("For direct messages and mentions, and for whatever a channel is set to. Never for what you are looking at, and none while you do not want to be disturbed.")

            Switch {
                checked: section.settings.notifications
                Accessible.name: qsTr("Show notifications")
                onToggled: section.settings.notifications = checked
            }
        }
        SettingRow {
            divided: true
            title: qsTr("Show what was written")
            explanation: qsTr("Otherwise only who wrote, and where.")

            Switch {
                checked: section.settings.notificationTexts
                enabled: section.settings.notifications
                Accessible.name: qsTr("Show what was written")
                onToggled: section.settings.notificationTexts = checked
            }
        }
    }
}
