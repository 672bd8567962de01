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

    readonly property SearchFilters filters: session.searchFilters
    // There is something to look for.
    readonly property bool asked: field.text.trim().length > 0 || filters.any

    function enter() {
        field.input.selectAll();
        field.forceActiveFocus(Qt.ShortcutFocusReason);
    }
    function find() {
        panel.session.search(field.text, panel.everywhere);
    }
    // What is typed as a filter becomes a chip.
    function take(text: string) {
        const rest = panel.filters.take(text);
        if (rest !== text)
            field.text = rest;
        panel.find();
    }

    title: qsTr("Search")
    onEverywhereChanged: find()
    Component.onCompleted: {
        filters.clear();
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

    Connections {
        target: panel.filters
        function onChanged() {
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
        onEdited: panel.take(field.text)
        onAccepted: panel.take(field.text + " ")
        input.Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
        input.Keys.onPressed: event => {
            if (event.key === Qt.Key_Backspace && field.text.length === 0 && panel.filters.any) {
                panel.filters.clearLast();
                event.accepted = true;
            }
        }
    }
    SearchChips {
        id: chips

        anchors.top: field.bottom
        anchors.topMargin: Theme.spacingS
        x: Theme.spacingL
        width: parent.width - 2 * Theme.spacingL
        session: panel.session
        everywhere: panel.everywhere
        onScopeChosen: everywhere => panel.everywhere = everywhere
    }
    FoundList {
        id: list

        anchors.top: chips.bottom
        anchors.topMargin: Theme.spacingS
        anchors.bottom: parent.bottom
        width: parent.width
        showsChannel: panel.everywhere || panel.filters.channelText.length > 0
        model: panel.session.found
        Accessible.name: qsTr("Messages found")
        onChosen: (channelId, messageId) => panel.session.goTo(channelId, messageId)
    }
    EmptyState {
        anchors.centerIn: list
        visible: list.count === 0
        busy: panel.session.found.loading
        iconName: panel.asked ? "search-x" : "search"
        title: panel.session.found.loading ? qsTr("Looking…") : !panel.asked ? qsTr("Find a message") : panel.filters.any ? qsTr("No message fits") : qsTr("No message has these words")
        text: panel.session.found.loading ? "" : !panel.asked ? qsTr("The last word may be the beginning of one. Filters can be typed too: from:ann, has:file, before:2025-01-31.") : panel.filters.any ? qsTr("Try fewer words, or take a filter away.") : qsTr("Try fewer words, or the beginning of one.")
    }
}
