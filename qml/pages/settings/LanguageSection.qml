// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

Column {
    id: section

    required property AppSettings settings
    required property SpellChecker spelling

    spacing: Theme.spacingL

    Title {

        anchors.left: parent.left
        text: qsTr("Language")
    }
    Card {
        width: parent.width

        Repeater {
            // Each in its own language, so that everybody finds theirs.
            model: [["", qsTr("As the system")], ["en", "English"], ["es", "Español"], ["de", "Deutsch"]]

            SettingRow {
                id: row

                required property int index
                required property var modelData

                divided: index > 0
                title: modelData[1]

                RadioButton {
                    anchors.verticalCenter: parent.verticalCenter
                    checked: section.settings.language === row.modelData[0]
                    Accessible.name: row.title
                    // A click sets it whatever the setting is; from then on it follows the setting again.
                    onClicked: {
                        section.settings.language = row.modelData[0];
                        checked = Qt.binding(() => section.settings.language === row.modelData[0]);
                    }
                }
            }
        }
    }
    Heading {
        text: qsTr("Writing")
    }
    Card {
        width: parent.width

        SettingRow {
            iconName: "spell-check"
            title: qsTr("Check spelling while you write")
            explanation: section.spelling.dictionary.length > 0 ? qsTr("With the dictionary %1.").arg(section.spelling.dictionary) : section.settings.spelling ? qsTr("This computer has no dictionary for this language. PlexiChat takes those of Hunspell.") : qsTr("In the language of the app.")

            Switch {
                checked: section.settings.spelling
                Accessible.name: qsTr("Check spelling while you write")
                onToggled: section.settings.spelling = checked
            }
        }
    }
}
