// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Who is in the channel.
Panel {
    id: panel

    required property Session session

    signal personChosen(string userId)

    title: qsTr("Members")
    detail: session.currentMemberCount.toLocaleString(Qt.locale(), "f", 0)
    // Where it takes the timeline's place, it takes the focus as well.
    Component.onCompleted: if (replacesTimeline) list.forceActiveFocus(Qt.TabFocusReason)

    ListView {
        id: list

        anchors.fill: parent
        topMargin: Theme.spacingS
        bottomMargin: Theme.spacingS
        clip: true
        focus: true
        activeFocusOnTab: true
        model: panel.session.members
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        currentIndex: -1
        // The focus is always to be seen.
        onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
        Accessible.role: Accessible.List
        Accessible.name: panel.title
        T.ScrollBar.vertical: ScrollBar {}

        delegate: PersonRow {
            width: list.width
            focused: ListView.isCurrentItem && list.activeFocus
            onChosen: panel.personChosen(userId)
        }
    }
    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0
        busy: true
        title: qsTr("Loading the members…")
    }
}
