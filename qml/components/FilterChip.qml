// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// Narrows a list: chosen by a click, and taken away by another, or by Delete.
Chip {
    id: chip

    // What it is for, and what it is set to; empty while it is not.
    required property string name
    property string value

    readonly property bool set: value.length > 0

    signal chosen
    signal removed

    checkable: false
    checked: set
    text: set ? value : name
    trailingIcon: set ? "x" : "plus"
    Accessible.name: set ? qsTr("%1, remove", "filter of a search").arg(value) : name
    onClicked: set ? chip.removed() : chip.chosen()
    Keys.onReturnPressed: chip.click()
    Keys.onEnterPressed: chip.click()
    Keys.onDeletePressed: if (set) chip.removed()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace && set) {
            chip.removed();
            event.accepted = true;
        }
    }
}
