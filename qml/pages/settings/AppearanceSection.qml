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
        text: qsTr("Appearance")
    }
    Card {
        width: parent.width

        SettingRow {
            iconName: "palette"
            title: qsTr("Colours")

            Repeater {
                model: [[qsTr("As the system"), AppSettings.System, "monitor"], [qsTr("Light"), AppSettings.Light, "sun"], [qsTr("Dark"), AppSettings.Dark, "moon"]]

                Chip {
                    required property var modelData

                    text: modelData[0]
                    iconName: modelData[2]
                    checked: section.settings.colorScheme === modelData[1]
                    checkable: false
                    onClicked: section.settings.colorScheme = modelData[1]
                }
            }
        }
        SettingRow {
            divided: true
            title: qsTr("Size of the text")

            Repeater {
                model: [1, 1.25, 1.5, 2]

                Chip {
                    required property real modelData

                    text: qsTr("%L1 %").arg(modelData * 100)
                    checked: section.settings.fontScale === modelData
                    checkable: false
                    onClicked: section.settings.fontScale = modelData
                }
            }
        }
        SettingRow {
            divided: true
            title: qsTr("Density")

            Repeater {
                model: [[qsTr("Roomy"), false], [qsTr("Compact"), true]]

                Chip {
                    required property var modelData

                    text: modelData[0]
                    checked: section.settings.compact === modelData[1]
                    checkable: false
                    onClicked: section.settings.compact = modelData[1]
                }
            }
        }
        SettingRow {
            divided: true
            title: qsTr("Less motion")
            explanation: qsTr("Nothing fades or slides.")

            Switch {
                checked: section.settings.reducedMotion
                Accessible.name: qsTr("Less motion")
                onToggled: section.settings.reducedMotion = checked
            }
        }
    }
    Heading {
        anchors.left: parent.left
        text: qsTr("Window")
    }
    Card {
        width: parent.width

        SettingRow {
            title: qsTr("Keep running when the window is closed")
            explanation: qsTr("In the desktop's panel, where there is one for it: messages go on coming. Ctrl+Q quits.")

            Switch {
                checked: section.settings.closeToTray
                Accessible.name: qsTr("Keep running when the window is closed")
                onToggled: section.settings.closeToTray = checked
            }
        }
        SettingRow {
            divided: true
            title: qsTr("Start minimised")
            explanation: qsTr("PlexiChat begins without showing its window.")

            Switch {
                checked: section.settings.startMinimised
                Accessible.name: qsTr("Start minimised")
                onToggled: section.settings.startMinimised = checked
            }
        }
    }
}
