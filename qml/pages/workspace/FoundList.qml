// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Messages out of their places, in a panel.
ListView {
    id: list

    property bool showsChannel: false

    signal chosen(string channelId, string messageId)

    topMargin: Theme.spacingS
    bottomMargin: Theme.spacingS
    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    currentIndex: -1
    onActiveFocusChanged: if (activeFocus && currentIndex < 0) currentIndex = 0
    Accessible.role: Accessible.List
    T.ScrollBar.vertical: ScrollBar {}

    delegate: FoundRow {
        width: list.width
        showsChannel: list.showsChannel
        focused: ListView.isCurrentItem && list.activeFocus
        onChosen: list.chosen(channelId, messageId)
    }
}
