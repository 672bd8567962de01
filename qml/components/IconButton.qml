// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A 20-px icon in a 32 × 32 target. Its text is the tooltip and the accessible name.
T.Button {
    id: control

    required property string iconName
    property color ink: Theme.textMuted
    property color hoverFill: Theme.surfaceSunken
    property color ringColor: Theme.focus
    property int iconSize: Theme.iconSize
    property bool directional: false
    // The key that does the same, for the tooltip.
    property string keyHint

    implicitWidth: Theme.controlHeight
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    display: T.AbstractButton.IconOnly

    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.iconName
            size: control.iconSize
            directional: control.directional
            color: !control.enabled ? Theme.textMuted : control.checked ? Theme.accent : control.hovered || control.down ? Theme.text : control.ink
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.down || control.checked ? Theme.accentSoft : control.hovered && control.enabled ? control.hoverFill : "transparent"
        border.width: control.checked ? Theme.stroke : 0
        border.color: Theme.accent

        FocusRing {
            visible: control.visualFocus
            border.color: control.ringColor
            inside: true
        }
    }

    HoverTip {
        shown: (control.hovered || control.visualFocus) && !control.down
        text: control.keyHint.length > 0 ? qsTr("%1 (%2)", "action, then its key").arg(control.text).arg(control.keyHint) : control.text
    }
}
