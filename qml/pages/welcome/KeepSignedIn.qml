// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// Whether the sign-in outlives the program, and where it is kept on a system without a keychain.
Column {
    id: choice

    required property WelcomeController welcome

    readonly property bool keep: box.checked
    // Nothing is left to choose.
    readonly property bool made: !(keep && welcome.tokenStorage === WelcomeController.NeedsChoice)

    spacing: Theme.spacingL

    CheckBox {
        id: box

        width: parent.width
        checked: true
        enabled: !choice.welcome.busy
        text: qsTr("Keep me signed in")
    }
    Rectangle {
        visible: box.checked && choice.welcome.tokenStorage !== WelcomeController.Keychain
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
                checked: choice.welcome.tokenStorage === WelcomeController.File
                onClicked: choice.welcome.chooseTokenStorage(WelcomeController.File)
            }
            RadioButton {
                width: parent.width
                text: qsTr("Only until PlexiChat is closed")
                explanation: qsTr("You sign in again the next time.")
                checked: choice.welcome.tokenStorage === WelcomeController.SessionOnly
                onClicked: choice.welcome.chooseTokenStorage(WelcomeController.SessionOnly)
            }
        }
    }
}
