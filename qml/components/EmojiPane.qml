// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// A field, and all emoji that fit what is in it.
FocusScope {
    id: pane

    signal chosen(string emoji)

    implicitWidth: Theme.emojiCell * Theme.emojiColumns + Theme.scrollBarWidth
    implicitHeight: hint.y + hint.height

    EmojiModel {
        id: emoji
    }
    TextField {
        id: field

        width: parent.width
        focus: true
        placeholderText: qsTr("Find an emoji")
        onEdited: {
            emoji.filter = text;
            grid.currentIndex = 0;
        }
        onAccepted: grid.choose()
        input.Keys.onDownPressed: grid.forceActiveFocus(Qt.TabFocusReason)
    }
    GridView {
        id: grid

        function choose() {
            const cell = currentItem as EmojiCell;
            if (cell)
                pane.chosen(cell.emoji);
        }

        anchors.top: field.bottom
        anchors.topMargin: Theme.spacingS
        width: parent.width
        height: Theme.emojiCell * Theme.emojiRows
        cellWidth: Theme.emojiCell
        cellHeight: Theme.emojiCell
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        reuseItems: true
        model: emoji
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Emoji")
        Keys.onReturnPressed: choose()
        Keys.onEnterPressed: choose()
        Keys.onSpacePressed: choose()
        T.ScrollBar.vertical: ScrollBar {}

        delegate: EmojiCell {
            current: GridView.isCurrentItem
            focused: current && grid.activeFocus
            onChosen: pane.chosen(emoji)
            onPointed: grid.currentIndex = index
        }
    }
    Caption {
        anchors.centerIn: grid
        visible: grid.count === 0
        text: qsTr("No emoji is called so.")
    }
    Caption {
        id: hint

        anchors.top: grid.bottom
        anchors.topMargin: Theme.spacingS
        width: parent.width
        text: (grid.currentItem as EmojiCell)?.title ?? ""
        elide: Text.ElideRight
    }
}
