// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// What KeepSignedIn means now.
Row {
    id: note

    required property WelcomeController welcome
    required property bool keep

    spacing: Theme.spacingS

    Icon {
        size: Theme.iconSmall
        name: "key-round"
    }
    Caption {
        width: parent.width - Theme.iconSmall - parent.spacing
        wrapMode: Text.Wrap
        text: !note.keep || note.welcome.tokenStorage === WelcomeController.SessionOnly
              ? qsTr("Your sign-in is forgotten when PlexiChat is closed.")
              : note.welcome.tokenStorage === WelcomeController.Keychain
                ? qsTr("Your sign-in is kept in this system's keychain.")
                : note.welcome.tokenStorage === WelcomeController.File
                  ? qsTr("Your sign-in is kept in a file only you can read.")
                  : qsTr("Choose above where your sign-in is kept.")
    }
}
