// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// Instead of the composer where one may read but has not joined.
Rectangle {
    id: bar

    required property Session session

    radius: Theme.radiusLarge
    color: Theme.surfaceRaised
    border.width: Theme.stroke
    border.color: Theme.line

    Label {
        anchors.left: parent.left
        anchors.leftMargin: Theme.spacingL
        anchors.right: join.left
        anchors.rightMargin: Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("You are looking at #%1. Join to write here.").arg(bar.session.currentChannelName)
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Button {
        id: join

        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingL
        anchors.verticalCenter: parent.verticalCenter
        enabled: !bar.session.actionBusy
        text: qsTr("Join channel")
        onClicked: bar.session.joinChannel(bar.session.currentChannelId)
    }
}
