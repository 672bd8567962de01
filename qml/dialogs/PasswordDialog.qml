// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// A new password for oneself.
Dialog {
    id: dialog

    required property AccountSettings account

    readonly property bool ready: current.text.length > 0 && wanted.text.length >= 8 && again.text === wanted.text && !account.busy

    title: qsTr("Change password")
    explanation: qsTr("Your other devices are signed out.")
    onAboutToShow: {
        current.text = "";
        wanted.text = "";
        again.text = "";
    }
    onOpened: current.forceActiveFocus()
    buttons: [
        Button {
            variant: Button.Outlined
            text: qsTr("Cancel")
            onClicked: dialog.reject()
        },
        Button {
            enabled: dialog.ready
            text: qsTr("Change password")
            onClicked: dialog.account.changePassword(current.text, wanted.text)
        }
    ]

    Connections {
        target: dialog.account
        function onPasswordChanged() {
            dialog.close();
        }
    }

    contentItem: Column {
        spacing: Theme.spacingL

        PasswordField {
            id: current

            width: parent.width
            focus: true
            label: qsTr("Current password")
            error: dialog.account.passwordError
            onAccepted: wanted.forceActiveFocus()
        }
        PasswordField {
            id: wanted

            width: parent.width
            label: qsTr("New password")
            hint: qsTr("At least 8 characters. Long and easy to remember beats short and odd.")
            onAccepted: again.forceActiveFocus()
        }
        PasswordField {
            id: again

            width: parent.width
            label: qsTr("New password once more")
            error: text.length > 0 && wanted.text.length > 0 && !wanted.text.startsWith(text) ? qsTr("This is not the same.") : ""
            onAccepted: if (dialog.ready) dialog.account.changePassword(current.text, wanted.text)
        }
    }
}
