// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat
import PlexiChat.App

// Words in messages: those that this computer has show at once, and the server's with them where there is a line.
Panel {
    id: panel

    required property Session session
    property bool everywhere: false

    function enter() {
        field.input.selectAll();
        field.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function find() {
        panel.session.search(field.text, panel.everywhere);
    }

    title: qsTr("Search")
    onEverywhereChanged: find()
    Component.onCompleted: {
        find();
        enter();
    }

    Connections {
        target: panel.session
        function onCurrentChannelChanged() {
            if (!panel.everywhere)
                panel.find();
        }
    }

    TextField {
        id: field

        x: Theme.spacingL
        y: Theme.spacingM
        width: parent.width - 2 * Theme.spacingL
        focus: true
        placeholderText: qsTr("Words in messages")
        onEdited: panel.find()
        input.Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
    }
    Row {
        id: chips

        anchors.top: field.bottom
        anchors.topMargin: Theme.spacingS
        x: Theme.spacingL
        spacing: Theme.spacingS

        Chip {
            checkable: false
            text: qsTr("This conversation")
            checked: !panel.everywhere
            onClicked: panel.everywhere = false
        }
        Chip {
            checkable: false
            text: qsTr("Everywhere")
            checked: panel.everywhere
            onClicked: panel.everywhere = true
        }
    }
    FoundList {
        id: list

        anchors.top: chips.bottom
        anchors.topMargin: Theme.spacingS
        anchors.bottom: parent.bottom
        width: parent.width
        showsChannel: panel.everywhere
        model: panel.session.found
        Accessible.name: qsTr("Messages found")
        onChosen: (channelId, messageId) => panel.session.goTo(channelId, messageId)
    }
    EmptyState {
        anchors.centerIn: list
        visible: list.count === 0
        busy: panel.session.found.loading
        iconName: field.text.trim().length > 0 ? "search-x" : "search"
        title: panel.session.found.loading ? qsTr("Looking…") : field.text.trim().length > 0 ? qsTr("No message has these words") : qsTr("Find a message")
        text: panel.session.found.loading ? "" : field.text.trim().length > 0 ? qsTr("Try fewer words, or the beginning of one.") : qsTr("The last word may be the beginning of one.")
    }
}
