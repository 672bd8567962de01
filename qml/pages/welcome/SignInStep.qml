// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

FocusScope {
    id: step

    required property WelcomeController welcome

    readonly property bool ready: !welcome.busy && username.text.trim().length > 0 && password.text.length > 0 && (!welcome.codeNeeded || code.text.trim().length > 0) && !(keep.checked && welcome.tokenStorage === WelcomeController.NeedsChoice)

    function submit() {
        if (ready)
            welcome.signIn(username.text, password.text, keep.checked, welcome.codeNeeded ? code.text : "");
    }

    implicitHeight: top.implicitHeight + Theme.spacingXl + bottom.implicitHeight

    Column {
        id: top

        width: parent.width

        BackButton {
            text: qsTr("Other server")
            enabled: !step.welcome.busy
            onClicked: step.welcome.back()
        }
        Item { width: 1; height: Theme.spacingL }
        Row {
            width: parent.width
            spacing: Theme.spacingM

            WorkspaceTile {
                name: step.welcome.serverHost
                width: Theme.logoSize
                height: Theme.logoSize
            }
            Column {
                width: parent.width - Theme.logoSize - parent.spacing

                Title {
                    width: parent.width
                    text: step.welcome.serverHost
                    elide: Text.ElideRight
                }
                Row {
                    width: parent.width
                    spacing: Theme.spacingXs

                    Icon {
                        size: Theme.iconSmall
                        name: step.welcome.encrypted ? "lock" : "lock-open"
                        color: step.welcome.encrypted ? Theme.success : Theme.warning
                    }
                    Caption {
                        width: parent.width - Theme.iconSmall - parent.spacing
                        text: step.welcome.encrypted ? qsTr("Private connection, version %1").arg(step.welcome.serverVersion) : qsTr("Not encrypted, version %1").arg(step.welcome.serverVersion)
                        elide: Text.ElideRight
                    }
                }
            }
        }
        Item { width: 1; height: Theme.spacingXl }
        TextField {
            id: username

            width: parent.width
            focus: step.welcome.suggestedUsername.length === 0
            label: qsTr("Username or email")
            text: step.welcome.suggestedUsername
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            enabled: !step.welcome.busy
            onAccepted: password.forceActiveFocus()
        }
        Item { width: 1; height: Theme.spacingL }
        PasswordField {
            id: password

            width: parent.width
            focus: step.welcome.suggestedUsername.length > 0
            label: qsTr("Password")
            error: step.welcome.signInError
            enabled: !step.welcome.busy
            onAccepted: step.submit()
        }
        Item { width: 1; height: code.visible ? Theme.spacingL : 0 }
        TextField {
            id: code

            width: parent.width
            visible: step.welcome.codeNeeded
            label: qsTr("Code")
            hint: qsTr("From your authenticator app, or one of your recovery codes.")
            error: step.welcome.codeError
            enabled: !step.welcome.busy
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onVisibleChanged: if (visible) forceActiveFocus()
            onAccepted: step.submit()
        }
        Item { width: 1; height: Theme.spacingL }
        CheckBox {
            id: keep

            width: parent.width
            checked: true
            enabled: !step.welcome.busy
            text: qsTr("Keep me signed in")
        }
        Item { width: 1; height: storage.visible ? Theme.spacingL : 0 }
        Rectangle {
            id: storage

            visible: keep.checked && step.welcome.tokenStorage !== WelcomeController.Keychain
            width: parent.width
            height: choices.implicitHeight + 2 * Theme.spacingL
            radius: Theme.radiusLarge
            color: Theme.surfaceRaised
            border.width: Theme.stroke
            border.color: Theme.line

            Column {
                id: choices

                x: Theme.spacingL
                y: Theme.spacingL
                width: parent.width - 2 * Theme.spacingL
                spacing: Theme.spacingM

                Label {
                    width: parent.width
                    text: qsTr("This system has no keychain that PlexiChat can use. Where should your sign-in be kept?")
                    wrapMode: Text.Wrap
                }
                RadioButton {
                    width: parent.width
                    text: qsTr("In a file only you can read")
                    explanation: qsTr("Programs that run under your account can read it too.")
                    checked: step.welcome.tokenStorage === WelcomeController.File
                    onClicked: step.welcome.chooseTokenStorage(WelcomeController.File)
                }
                RadioButton {
                    width: parent.width
                    text: qsTr("Only until PlexiChat is closed")
                    explanation: qsTr("You sign in again the next time.")
                    checked: step.welcome.tokenStorage === WelcomeController.SessionOnly
                    onClicked: step.welcome.chooseTokenStorage(WelcomeController.SessionOnly)
                }
            }
        }
    }

    Column {
        id: bottom

        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.spacingL

        Button {
            width: parent.width
            large: true
            enabled: step.ready
            text: step.welcome.busy ? qsTr("Signing in…") : qsTr("Sign in")
            onClicked: step.submit()
        }
        Row {
            width: parent.width
            spacing: Theme.spacingS

            Icon {
                size: Theme.iconSmall
                name: "key-round"
            }
            Caption {
                width: parent.width - Theme.iconSmall - parent.spacing
                wrapMode: Text.Wrap
                text: !keep.checked || step.welcome.tokenStorage === WelcomeController.SessionOnly
                      ? qsTr("Your sign-in is forgotten when PlexiChat is closed.")
                      : step.welcome.tokenStorage === WelcomeController.Keychain
                        ? qsTr("Your sign-in is kept in this system's keychain.")
                        : step.welcome.tokenStorage === WelcomeController.File
                          ? qsTr("Your sign-in is kept in a file only you can read.")
                          : qsTr("Choose above where your sign-in is kept.")
            }
        }
    }
}
