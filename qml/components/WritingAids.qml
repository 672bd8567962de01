// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat
import PlexiChat.App

// Marks misspelt words in an editor, and has its menu, which is made when it is first asked for.
Item {
    id: aids

    required property T.TextArea editor
    property SpellChecker checker: null

    readonly property bool menuOpen: (menu.item as EditMenu)?.visible ?? false

    signal pasted

    function openMenu(position: int) {
        menu.active = true;
        (menu.item as EditMenu).openAt(position);
    }

    SpellHighlighter {
        id: misspelt

        document: aids.editor.textDocument
        checker: aids.checker
        color: Theme.danger
        cursor: aids.editor.activeFocus ? aids.editor.cursorPosition : -1
    }
    Loader {
        id: menu

        active: false
        sourceComponent: EditMenu {
            editor: aids.editor
            misspelt: misspelt
            onPasted: aids.pasted()
        }
    }
}
