// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

FocusScope {
    id: step

    required property WelcomeController welcome

    readonly property bool ready: !welcome.busy && username.text.trim().length > 0 && password.text.length > 0 && keeping.made

    function submit() {
        if (ready)
            welcome.signIn(username.text, password.text, keeping.keep);
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
        ServerHead {
            width: parent.width
            welcome: step.welcome
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
        Item { width: 1; height: Theme.spacingL }
        KeepSignedIn {
            id: keeping

            width: parent.width
            welcome: step.welcome
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
        KeepNote {
            width: parent.width
            welcome: step.welcome
            keep: keeping.keep
        }
        LinkButton {
            enabled: !step.welcome.busy
            text: qsTr("I am new here: make an account")
            onClicked: step.welcome.showSignUp()
        }
    }
}
