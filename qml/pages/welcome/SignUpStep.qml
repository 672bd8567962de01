// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// An account of one's own, by an invitation where the server wants one.
FocusScope {
    id: step

    required property WelcomeController welcome

    readonly property SignUpErrors errors: welcome.signUpErrors
    readonly property bool ready: !welcome.busy && username.text.trim().length > 0 && email.text.trim().length > 0 && password.text.length > 0 && keeping.made

    function submit() {
        if (ready)
            welcome.signUp(username.text, email.text, displayName.text, password.text, invite.text, keeping.keep);
    }

    implicitHeight: top.implicitHeight + Theme.spacingXl + bottom.implicitHeight

    Column {
        id: top

        width: parent.width

        BackButton {
            text: qsTr("Back")
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
            id: invite

            width: parent.width
            focus: true
            label: qsTr("Invite code")
            text: step.welcome.inviteCode
            hint: qsTr("From whoever invited you.")
            error: step.errors.inviteCode
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            enabled: !step.welcome.busy
            onAccepted: displayName.forceActiveFocus()
        }
        Item { width: 1; height: Theme.spacingL }
        Row {
            width: parent.width
            spacing: Theme.spacingL

            TextField {
                id: displayName

                width: (parent.width - parent.spacing) / 2
                label: qsTr("Your name")
                error: step.errors.displayName
                enabled: !step.welcome.busy
                onAccepted: username.forceActiveFocus()
            }
            TextField {
                id: username

                width: (parent.width - parent.spacing) / 2
                label: qsTr("Username")
                error: step.errors.username
                inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
                enabled: !step.welcome.busy
                onAccepted: email.forceActiveFocus()
            }
        }
        Item { width: 1; height: Theme.spacingL }
        TextField {
            id: email

            width: parent.width
            label: qsTr("Email")
            error: step.errors.email
            inputMethodHints: Qt.ImhEmailCharactersOnly | Qt.ImhNoAutoUppercase
            enabled: !step.welcome.busy
            onAccepted: password.forceActiveFocus()
        }
        Item { width: 1; height: Theme.spacingL }
        PasswordField {
            id: password

            width: parent.width
            label: qsTr("Password")
            hint: qsTr("A long one: you sign in with it.")
            error: step.errors.password.length > 0 ? step.errors.password : step.errors.other
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
            text: step.welcome.busy ? qsTr("Making your account…") : qsTr("Make an account")
            onClicked: step.submit()
        }
        KeepNote {
            width: parent.width
            welcome: step.welcome
            keep: keeping.keep
        }
    }
}
