// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// Password, second factor, devices.
Column {
    id: section

    required property Session session

    readonly property AccountSettings account: session.account

    spacing: Theme.spacingL

    Title {

        anchors.left: parent.left
        text: qsTr("Password and security")
    }
    Card {
        width: parent.width

        SettingRow {
            iconName: "lock"
            title: qsTr("Password")
            explanation: qsTr("A change signs your other devices out.")

            Button {
                variant: Button.Outlined
                text: qsTr("Change password…")
                onClicked: password.open()
            }
        }
    }
    TwoFactorCard {
        width: parent.width
        account: section.account
        onCopyRequested: text => section.session.timeline.copy(text)
    }
    Item {
        width: parent.width
        height: Theme.controlHeight

        Heading {
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Devices")
        }
        Button {
            anchors.right: parent.right
            variant: Button.DangerOutlined
            enabled: section.account.devices.count > 1 && !section.account.busy
            text: qsTr("Sign out all others")
            onClicked: section.account.endOtherDevices()
        }
    }
    Caption {
        width: parent.width
        visible: text.length > 0
        text: section.account.devicesError
        color: Theme.danger
        wrapMode: Text.Wrap
    }
    Card {
        width: parent.width

        Repeater {
            model: section.account.devices

            SettingRow {
                id: device

                required property int index
                required property string sessionId
                required property string client
                required property string address
                required property string lastUsed
                required property bool isCurrent

                divided: index > 0
                iconName: "laptop"
                title: isCurrent ? qsTr("%1 (this device)").arg(client) : client
                explanation: address

                Caption {
                    anchors.verticalCenter: parent.verticalCenter
                    text: device.lastUsed
                    rightPadding: Theme.spacingM
                }
                Button {
                    visible: !device.isCurrent
                    variant: Button.Outlined
                    enabled: !section.account.busy
                    text: qsTr("Sign out")
                    onClicked: section.account.endDevice(device.sessionId)
                }
            }
        }
    }

    PasswordDialog {
        id: password

        account: section.account
    }
}
