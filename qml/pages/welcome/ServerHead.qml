// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// Which server this is about, and whether anybody can listen.
Row {
    id: head

    required property WelcomeController welcome

    spacing: Theme.spacingM

    WorkspaceTile {
        name: head.welcome.serverHost
        width: Theme.logoSize
        height: Theme.logoSize
    }
    Column {
        width: parent.width - Theme.logoSize - parent.spacing

        Title {
            width: parent.width
            text: head.welcome.serverHost
            elide: Text.ElideRight
        }
        Row {
            width: parent.width
            spacing: Theme.spacingXs

            Icon {
                size: Theme.iconSmall
                name: head.welcome.encrypted ? "lock" : "lock-open"
                color: head.welcome.encrypted ? Theme.success : Theme.warning
            }
            Caption {
                width: parent.width - Theme.iconSmall - parent.spacing
                text: head.welcome.encrypted ? qsTr("Private connection, version %1").arg(head.welcome.serverVersion) : qsTr("Not encrypted, version %1").arg(head.welcome.serverVersion)
                wrapMode: Text.Wrap
            }
        }
    }
}
