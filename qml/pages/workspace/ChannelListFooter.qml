// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// Under the last row: what else there is, or why there is nothing yet.
Item {
    id: footer

    required property int loadState
    required property int count

    signal browseRequested
    signal retryRequested

    implicitHeight: column.implicitHeight + 2 * Theme.spacingL

    Column {
        id: column

        y: Theme.spacingL
        width: parent.width
        spacing: Theme.spacingS

        BusyIndicator {
            anchors.horizontalCenter: parent.horizontalCenter
            running: footer.count === 0 && footer.loadState === Session.Loading
        }
        Caption {
            x: Theme.spacingL
            width: parent.width - 2 * Theme.spacingL
            visible: footer.count === 0 && footer.loadState === Session.Loading
            text: qsTr("Loading your channels…")
            horizontalAlignment: Text.AlignHCenter
        }
        Caption {
            x: Theme.spacingL
            width: parent.width - 2 * Theme.spacingL
            visible: footer.loadState === Session.Failed
            text: qsTr("The channels could not be loaded.")
            color: Theme.danger
            wrapMode: Text.Wrap
        }
        Button {
            x: Theme.spacingL
            visible: footer.loadState === Session.Failed
            variant: Button.Outlined
            text: qsTr("Try again")
            onClicked: footer.retryRequested()
        }
        CardButton {
            x: Theme.spacingS
            width: parent.width - 2 * Theme.spacingS
            visible: footer.loadState === Session.Ready
            framed: false
            compact: true
            iconName: "compass"
            text: qsTr("Browse channels")
            onClicked: footer.browseRequested()
        }
    }
}
