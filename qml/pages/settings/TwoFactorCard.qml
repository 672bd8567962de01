// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// The second factor: off, being set up with a QR code, or on with its recovery codes.
Card {
    id: card

    required property AccountSettings account

    signal copyRequested(string text)

    readonly property bool settingUp: account.factor === AccountSettings.SettingUp
    readonly property bool on: account.factor === AccountSettings.On

    SettingRow {
        iconName: "shield"
        title: qsTr("Two-factor sign-in")
        explanation: card.on ? qsTr("On: a code from your phone as well as the password. %n recovery code(s) left.", "", card.account.recoveryCodesLeft)
                             : qsTr("A code from your phone as well as the password.")

        Button {
            visible: card.account.factor === AccountSettings.Off
            text: qsTr("Set up…")
            enabled: !card.account.busy
            onClicked: card.account.startTotp()
        }
        Button {
            visible: card.on
            variant: Button.DangerOutlined
            text: qsTr("Turn off…")
            enabled: !card.account.busy
            onClicked: prove.ask(false)
        }
    }
    Caption {
        x: Theme.spacingL
        width: parent.width - 2 * Theme.spacingL
        bottomPadding: Theme.spacingM
        visible: text.length > 0 && !card.settingUp && !prove.visible
        text: card.account.factorError
        color: Theme.danger
        wrapMode: Text.Wrap
    }
    Loader {
        width: parent.width
        active: card.settingUp
        visible: active
        sourceComponent: Item {
            implicitHeight: Math.max(qr.height, steps.height) + 2 * Theme.spacingXl

            Divider {
                width: parent.width
            }
            QrCode {
                id: qr

                x: Theme.spacingXl
                y: Theme.spacingXl
                width: implicitWidth
                height: implicitHeight
                text: card.account.otpauthUri
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code for an authenticator app")
            }
            Column {
                id: steps

                anchors.left: qr.right
                anchors.leftMargin: Theme.spacingXl
                anchors.right: parent.right
                anchors.rightMargin: Theme.spacingXl
                y: Theme.spacingXl
                spacing: Theme.spacingL

                Column {
                    width: parent.width

                    Label {
                        width: parent.width
                        text: qsTr("1. Scan this with an authenticator app")
                        font.weight: Theme.weightMedium
                        wrapMode: Text.Wrap
                    }
                    Label {
                        width: parent.width
                        text: qsTr("Any app that makes six-digit codes will do.")
                        color: Theme.textMuted
                        wrapMode: Text.Wrap
                    }
                }
                Column {
                    width: parent.width

                    Label {
                        width: parent.width
                        text: qsTr("2. Or type this key into it")
                        font.weight: Theme.weightMedium
                        wrapMode: Text.Wrap
                    }
                    Row {
                        width: parent.width
                        spacing: Theme.spacingS

                        Label {
                            anchors.verticalCenter: parent.verticalCenter
                            width: Math.min(implicitWidth, parent.width - Theme.controlHeight - parent.spacing)
                            text: card.account.secret
                            font.family: Theme.codeFamily
                            wrapMode: Text.Wrap
                        }
                        IconButton {
                            iconName: "copy"
                            text: qsTr("Copy the key")
                            onClicked: card.copyRequested(card.account.secret)
                        }
                    }
                }
                TextField {
                    id: code

                    width: Math.min(parent.width, Theme.menuWidth)
                    focus: true
                    label: qsTr("3. Type the code that it shows")
                    inputMethodHints: Qt.ImhDigitsOnly
                    maximumLength: 6
                    error: card.account.factorError
                    onAccepted: confirm.clicked()
                    Component.onCompleted: forceActiveFocus()
                }
                Row {
                    spacing: Theme.spacingS

                    Button {
                        id: confirm

                        enabled: code.text.length === 6 && !card.account.busy
                        text: qsTr("Turn on")
                        onClicked: card.account.confirmTotp(code.text)
                    }
                    Button {
                        variant: Button.Outlined
                        text: qsTr("Cancel")
                        onClicked: card.account.cancelTotp()
                    }
                }
            }
        }
    }
    Loader {
        width: parent.width
        active: card.account.recoveryCodes.length > 0
        visible: active
        sourceComponent: Item {
            implicitHeight: codes.height + 2 * Theme.spacingL

            Divider {
                width: parent.width
            }
            Column {
                id: codes

                x: Theme.spacingL
                y: Theme.spacingL
                width: parent.width - 2 * Theme.spacingL
                spacing: Theme.spacingM

                Label {
                    width: parent.width
                    text: qsTr("Keep these recovery codes somewhere safe. Each signs you in once, should you lose your phone. They are not shown again.")
                    wrapMode: Text.Wrap
                }
                Grid {
                    columns: 2
                    columnSpacing: Theme.spacingXl
                    rowSpacing: Theme.spacingXs

                    Repeater {
                        model: card.account.recoveryCodes

                        Label {
                            required property string modelData

                            text: modelData
                            font.family: Theme.codeFamily
                        }
                    }
                }
                Button {
                    variant: Button.Outlined
                    text: qsTr("Copy all")
                    onClicked: card.copyRequested(card.account.recoveryCodes.join("\n"))
                }
            }
        }
    }

    ProveDialog {
        id: prove

        account: card.account
    }
    Connections {
        target: card.account
        function onPasswordNeeded() {
            prove.ask(true);
        }
    }
}
