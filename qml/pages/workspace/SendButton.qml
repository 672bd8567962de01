// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

T.Button {
    id: control

    required property string iconName

    implicitWidth: Theme.controlHeight
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Keys.onReturnPressed: control.click()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.iconName
            color: control.enabled ? Theme.textOnAccent : Theme.textMuted
            directional: control.iconName !== "check"
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: !control.enabled ? Theme.surfaceSunken : control.down ? Theme.accentPressed : control.hovered ? Theme.accentHover : Theme.accent

        FocusRing {
            visible: control.visualFocus
        }
    }
}
