// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

T.Button {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    leftPadding: 0
    rightPadding: Theme.spacingS
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()

    contentItem: Row {
        spacing: Theme.spacingS

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "arrow-left"
            directional: true
            color: control.hovered ? Theme.text : Theme.textMuted
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            color: control.hovered ? Theme.text : Theme.textMuted
        }
    }
    background: Item {
        FocusRing {
            visible: control.visualFocus
        }
    }
}
