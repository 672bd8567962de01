// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat

// Every key, by what it is for.
Column {
    id: section

    readonly property list<var> keys: [
        [qsTr("Go to a channel or a person"), ["Ctrl", "K"]],
        [qsTr("Go to an account"), ["Ctrl", qsTr("1…9", "keys")]],
        [qsTr("Next unread channel"), ["Alt", qsTr("Shift", "name of the key"), "↓"]],
        [qsTr("New message"), ["Ctrl", "N"]],
        [qsTr("Add the conversation to favourites, or remove it"), ["Ctrl", "D"]],
        [qsTr("Search in the conversation"), ["Ctrl", "F"]],
        [qsTr("Search everywhere"), ["Ctrl", qsTr("Shift", "name of the key"), "F"]],
        [qsTr("Members"), ["Ctrl", qsTr("Shift", "name of the key"), "M"]],
        [qsTr("Settings"), ["Ctrl", ","]],
        [qsTr("All shortcuts"), ["Ctrl", "/"]],
        [qsTr("Quit"), ["Ctrl", "Q"]],
        [qsTr("Send"), [qsTr("Enter", "name of the key")]],
        [qsTr("New line"), [qsTr("Shift", "name of the key"), qsTr("Enter", "name of the key")]],
        [qsTr("Edit your last message"), ["↑"]],
        [qsTr("To the messages, from the composer"), [qsTr("Shift", "name of the key"), "Tab"]],
        [qsTr("On a message: react"), ["+"]],
        [qsTr("On a message: reply"), ["R"]],
        [qsTr("On a message: thread"), ["T"]],
        [qsTr("On a message: pin"), ["P"]],
        [qsTr("On a message: edit"), ["E"]],
        [qsTr("On a message: copy"), ["Ctrl", "C"]],
        [qsTr("On a message: copy link"), ["L"]],
        [qsTr("On a message: delete"), [qsTr("Del", "name of the key")]]
    ]

    spacing: Theme.spacingL

    Title {

        anchors.left: parent.left
        text: qsTr("Shortcuts")
    }
    Card {
        width: parent.width

        Repeater {
            model: section.keys

            SettingRow {
                id: row

                required property int index
                required property var modelData

                divided: index > 0
                implicitHeight: Theme.optionRow
                title: modelData[0]

                Repeater {
                    model: row.modelData[1]

                    KeyCap {
                        required property string modelData

                        text: modelData
                    }
                }
            }
        }
    }
}
