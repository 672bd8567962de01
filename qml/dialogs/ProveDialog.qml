// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// The password once more, before a second factor is set up or taken away.
Dialog {
    id: dialog

    required property AccountSettings account
    property bool setsUp: true

    function ask(forSetup: bool) {
        setsUp = forSetup;
        password.text = "";
        open();
        password.forceActiveFocus();
    }
    function submit() {
        if (password.text.length === 0)
            return;
        if (setsUp)
            account.reauthenticate(password.text);
        else
            account.removeTotp(password.text);
    }

    title: setsUp ? qsTr("Is it you?") : qsTr("Turn two-factor sign-in off?")
    explanation: setsUp ? qsTr("Enter your password to set up two-factor sign-in.") : qsTr("Your password alone will sign you in then.")
    buttons: [
        Button {
            variant: Button.Outlined
            text: qsTr("Cancel")
            onClicked: dialog.reject()
        },
        Button {
            enabled: password.text.length > 0 && !dialog.account.busy
            text: dialog.setsUp ? qsTr("Continue") : qsTr("Turn off")
            onClicked: dialog.submit()
        }
    ]

    Connections {
        target: dialog.account
        function onFactorChanged() {
            dialog.close();
        }
    }

    contentItem: PasswordField {
        id: password

        focus: true
        label: qsTr("Password")
        error: dialog.account.factorError
        onAccepted: dialog.submit()
    }
}
