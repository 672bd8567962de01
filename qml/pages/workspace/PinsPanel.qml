// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// What was pinned in the channel.
Panel {
    id: panel

    required property Session session

    title: qsTr("Pinned messages")
    detail: list.count > 0 ? list.count.toLocaleString(Qt.locale(), "f", 0) : ""
    Component.onCompleted: {
        session.loadPins();
        if (replacesTimeline)
            list.forceActiveFocus(Qt.TabFocusReason);
    }

    Connections {
        target: panel.session
        function onCurrentChannelChanged() {
            panel.session.loadPins();
        }
    }

    FoundList {
        id: list

        anchors.fill: parent
        focus: true
        model: panel.session.pins
        Accessible.name: panel.title
        onChosen: (channelId, messageId) => panel.session.goTo(channelId, messageId)
    }
    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0 && panel.session.pins.error.length === 0
        busy: panel.session.pins.loading
        iconName: "pin"
        title: panel.session.pins.loading ? qsTr("Loading the pinned messages…") : qsTr("Nothing is pinned here")
        text: panel.session.pins.loading ? "" : qsTr("Pin a message from its menu, so that everybody finds it again.")
    }
    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0 && panel.session.pins.error.length > 0
        iconName: "circle-alert"
        title: qsTr("The pinned messages could not be loaded")
        text: panel.session.pins.error
        actionText: qsTr("Try again")
        onAction: panel.session.loadPins()
    }
}
