// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// How many replies a message has; opens its thread.
T.Button {
    id: summary

    required property int count
    required property string lastText

    implicitWidth: line.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    rightPadding: Theme.spacingS
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: qsTr("%n repl(ies)", "", count)
    Accessible.description: lastText
    Keys.onReturnPressed: summary.click()

    contentItem: Row {
        id: line

        spacing: Theme.spacingS

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconSmall
            name: "message-square-text"
            color: Theme.accent
        }
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            text: summary.text
            color: Theme.accent
            font.weight: Theme.weightStrong
            font.underline: summary.hovered
        }
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            text: summary.lastText
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconSmall
            name: "chevron-right"
            directional: true
        }
    }
    background: Item {
        FocusRing {
            inside: true
            visible: summary.visualFocus
        }
    }
}
