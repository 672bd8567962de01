// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat

// What can be done with the text of an editor, and what a misspelt word could be.
Menu {
    id: menu

    required property T.TextArea editor
    required property SpellHighlighter misspelt
    // The misspelt word that it is about, and where it begins; empty where there is none.
    property string word
    property int start: -1

    // So that text from the clipboard is not the only thing that can be pasted.
    signal pasted

    function openAt(position: int) {
        word = misspelt.wordAt(position);
        start = misspelt.startAt(position);
        suggestions.model = [];
        if (word.length > 0)
            misspelt.checker.suggest(word);
        const place = editor.positionToRectangle(position);
        popup(editor, place.x, place.y + place.height);
    }
    function replace(text: string) {
        editor.remove(start, start + word.length);
        editor.insert(start, text);
    }

    Connections {
        target: menu.misspelt.checker
        enabled: menu.visible
        function onSuggested(word: string, found: list<string>) {
            if (word === menu.word)
                suggestions.model = found;
        }
    }

    Instantiator {
        id: suggestions

        model: []
        onObjectAdded: (index, object) => menu.insertItem(index, object as MenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as MenuItem)

        delegate: MenuItem {
            required property string modelData

            text: modelData
            onTriggered: menu.replace(modelData)
        }
    }
    MenuItem {
        offered: menu.word.length > 0 && suggestions.count === 0
        enabled: false
        text: qsTr("No suggestions")
    }
    MenuItem {
        offered: menu.word.length > 0
        text: qsTr("Add to the dictionary")
        onTriggered: menu.misspelt.checker.add(menu.word)
    }
    T.MenuSeparator {
        visible: menu.word.length > 0
        height: visible ? implicitHeight : 0
        implicitHeight: Theme.spacingS + Theme.stroke
        verticalPadding: Theme.spacingXs

        contentItem: Divider {}
    }
    MenuItem {
        enabled: menu.editor.selectedText.length > 0
        text: qsTr("Cut")
        onTriggered: menu.editor.cut()
    }
    MenuItem {
        enabled: menu.editor.selectedText.length > 0
        text: qsTr("Copy")
        onTriggered: menu.editor.copy()
    }
    MenuItem {
        text: qsTr("Paste")
        onTriggered: menu.pasted()
    }
    MenuItem {
        enabled: menu.editor.length > 0
        text: qsTr("Select all")
        onTriggered: menu.editor.selectAll()
    }
}
