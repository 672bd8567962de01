// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import PlexiChat
import PlexiChat.App

Column {
    id: section

    required property AppSettings settings

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
}
