// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// What this account takes on the disk.
Column {
    id: section

    required property Session session

    readonly property AccountStorage storage: session.storage

    spacing: Theme.spacingL
    Component.onCompleted: storage.measure()

    Title {
        text: qsTr("Storage")
    }
    Caption {
        width: parent.width
        text: qsTr("What this account keeps on this computer is encrypted. It opens at once and can be read without a connection.")
        wrapMode: Text.Wrap
    }
    Card {
        width: parent.width

        SettingRow {
            iconName: "message-circle"
            title: qsTr("Messages, channels and people")
            explanation: qsTr("They are fetched again where you look at them. Your drafts, and what waits to be sent, stay.")

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: section.storage.messagesText
                color: Theme.textMuted
                font.features: { "tnum": 1 }
            }
            Button {
                variant: Button.Outlined
                enabled: section.storage.hasMessages && !section.storage.busy
                text: qsTr("Clear")
                Accessible.name: qsTr("Clear the messages kept here")
                onClicked: section.storage.clearMessages()
            }
        }
        SettingRow {
            divided: true
            iconName: "file-image"
            title: qsTr("Pictures")
            explanation: qsTr("Of people and of files. The oldest go by themselves.")

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: section.storage.picturesText
                color: Theme.textMuted
                font.features: { "tnum": 1 }
            }
            Button {
                variant: Button.Outlined
                enabled: section.storage.hasPictures && !section.storage.busy
                text: qsTr("Clear")
                Accessible.name: qsTr("Clear the pictures kept here")
                onClicked: section.storage.clearPictures()
            }
        }
        SettingRow {
            divided: true
            iconName: "hard-drive"
            title: qsTr("Where it is")
            explanation: section.storage.place.length > 0 ? section.storage.place : qsTr("Nowhere for long: it goes when PlexiChat ends, since you did not want to stay signed in or this computer has no place for the key.")

            Button {
                visible: section.storage.place.length > 0
                variant: Button.Outlined
                iconName: "folder-open"
                text: qsTr("Open folder")
                onClicked: section.storage.showPlace()
            }
        }
    }
}
