// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

// What is above the oldest loaded row: the beginning of the channel, or older messages on their way.
Item {
    id: top

    required property Session session

    readonly property TimelineModel messages: session.timeline
    readonly property bool direct: session.currentChannelType === "direct"

    implicitHeight: messages.atStart ? beginning.implicitHeight + 2 * Theme.spacingXl : messages.count > 0 ? Theme.headerHeight : 0

    Loader {
        id: beginning

        x: Theme.spacingXl
        y: Theme.spacingXl
        width: parent.width - 2 * Theme.spacingXl
        active: top.messages.atStart
        sourceComponent: Column {
            spacing: Theme.spacingXs

            Rectangle {
                width: Theme.logoSize
                height: Theme.logoSize
                radius: top.direct ? Theme.radiusFull : Theme.radiusLarge
                color: Theme.accentSoft

                Icon {
                    anchors.centerIn: parent
                    size: Theme.spacingXl
                    name: top.direct ? "message-circle" : top.session.currentChannelType === "private" ? "lock" : "hash"
                    color: Theme.accent
                }
            }
            Item { width: 1; height: Theme.spacingXs }
            Title {
                width: parent.width
                text: top.direct ? top.session.currentChannelName : qsTr("Welcome to #%1").arg(top.session.currentChannelName)
                wrapMode: Text.Wrap
            }
            Label {
                width: parent.width
                color: Theme.textMuted
                wrapMode: Text.Wrap
                text: top.direct ? qsTr("This is the beginning of your conversation with %1.").arg(top.session.currentChannelName)
                    : top.session.currentChannelTopic.length > 0 ? top.session.currentChannelTopic
                    : qsTr("This is the beginning of the channel. Say hello.")
            }
        }
    }

    BusyIndicator {
        anchors.centerIn: parent
        running: !top.messages.atStart && top.messages.count > 0 && top.messages.loading
    }
    Loader {
        anchors.centerIn: parent
        active: !top.messages.atStart && top.messages.count > 0 && !top.messages.loading && top.messages.loadError.length > 0
        sourceComponent: Row {
            spacing: Theme.spacingS

            Icon {
                size: Theme.iconSmall
                name: "circle-alert"
                color: Theme.danger
            }
            Caption {
                text: qsTr("Older messages could not be loaded.")
                color: Theme.danger
            }
            LinkButton {
                text: qsTr("Try again")
                onClicked: top.messages.loadOlder()
            }
        }
    }
}
