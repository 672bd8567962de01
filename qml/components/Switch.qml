// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// The row of a setting: title and explanation at the start, the switch at the end.
T.Switch {
    id: control

    property string explanation

    implicitWidth: Theme.panelWidth
    implicitHeight: implicitContentHeight
    hoverEnabled: true
    Accessible.description: explanation

    indicator: Rectangle {
        x: control.mirrored ? 0 : control.width - width
        y: (control.height - height) / 2
        width: Theme.switchWidth
        height: Theme.switchHeight
        radius: Theme.radiusFull
        color: !control.enabled ? Theme.surfaceSunken : control.checked ? Theme.accent : Theme.surface
        border.width: control.checked ? 0 : Theme.stroke
        border.color: Theme.lineStrong

        Rectangle {
            x: control.checked !== control.mirrored ? parent.width - width - (parent.height - height) / 2 : (parent.height - height) / 2
            y: (parent.height - height) / 2
            width: Theme.switchKnob
            height: Theme.switchKnob
            radius: Theme.radiusFull
            color: !control.enabled ? Theme.textMuted : control.checked ? Theme.textOnAccent : Theme.lineStrong
        }
        FocusRing {
            visible: control.visualFocus
            targetRadius: Theme.switchHeight / 2
        }
    }
    contentItem: Column {
        Label {
            width: control.width - Theme.switchWidth - Theme.spacingM
            text: control.text
            font.weight: Theme.weightMedium
            wrapMode: Text.Wrap
        }
        Caption {
            visible: control.explanation.length > 0
            width: control.width - Theme.switchWidth - Theme.spacingM
            text: control.explanation
            wrapMode: Text.Wrap
        }
    }
}
