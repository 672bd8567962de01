// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// The keys of programs that act for this account. A new one is shown once.
Column {
    id: section

    required property Session session

    readonly property ApiKeys apiKeys: session.account.apiKeys

    spacing: Theme.spacingL

    Item {
        width: parent.width
        height: Math.max(title.height, add.height)

        Title {
            id: title

            anchors.left: parent.left
            anchors.right: add.left
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("API keys")
            elide: Text.ElideRight
        }
        Button {
            id: add

            anchors.right: parent.right
            text: qsTr("New key…")
            enabled: !section.apiKeys.busy
            onClicked: dialog.open()
        }
    }
    Label {
        width: parent.width
        text: qsTr("Programs and scripts sign in with a key instead of your password. Revoke a key that you do not need any more.")
        color: Theme.textMuted
        wrapMode: Text.Wrap
    }
    Card {
        width: parent.width
        visible: section.apiKeys.made.length > 0

        Column {
            x: Theme.spacingL
            width: parent.width - 2 * Theme.spacingL
            topPadding: Theme.spacingL
            bottomPadding: Theme.spacingL
            spacing: Theme.spacingM

            Label {
                width: parent.width
                text: qsTr("Copy the new key now. Nobody can show it again.")
                font.weight: Theme.weightMedium
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                text: section.apiKeys.made
                font.family: Theme.codeFamily
                wrapMode: Text.WrapAnywhere
            }
            Row {
                spacing: Theme.spacingS

                Button {
                    text: qsTr("Copy")
                    onClicked: section.session.timeline.copy(section.apiKeys.made)
                }
                Button {
                    variant: Button.Outlined
                    text: qsTr("Done")
                    onClicked: section.apiKeys.forgetMade()
                }
            }
        }
    }
    Caption {
        width: parent.width
        visible: text.length > 0
        text: section.apiKeys.error
        color: Theme.danger
        wrapMode: Text.Wrap
    }
    Card {
        width: parent.width
        visible: section.apiKeys.keys.count > 0

        Repeater {
            model: section.apiKeys.keys

            SettingRow {
                id: row

                required property int index
                required property string keyId
                required property string name
                required property string detail
                required property bool isExpired

                divided: index > 0
                iconName: isExpired ? "clock" : "key-round"
                title: name
                explanation: detail

                Button {
                    variant: Button.DangerOutlined
                    enabled: !section.apiKeys.busy
                    text: qsTr("Revoke")
                    Accessible.name: qsTr("Revoke %1", "name of a key").arg(row.name)
                    onClicked: section.apiKeys.revoke(row.keyId)
                }
            }
        }
    }
    Label {
        width: parent.width
        visible: section.apiKeys.keys.count === 0 && !section.apiKeys.busy && section.apiKeys.error.length === 0
        text: qsTr("There are no keys yet.")
        color: Theme.textMuted
    }

    NewApiKeyDialog {
        id: dialog

        apiKeys: section.apiKeys
    }
}
