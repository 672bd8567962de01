// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A choice with a line of explanation under it; without either, no more than the button.
T.RadioButton {
    id: control

    property string explanation

    readonly property bool bare: text.length === 0 && explanation.length === 0

    implicitWidth: bare ? Theme.checkSize : implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.checkSize, implicitContentHeight)
    spacing: Theme.spacingS
    hoverEnabled: true
    Accessible.description: explanation

    indicator: Rectangle {
        x: control.mirrored ? control.width - width : 0
        width: Theme.checkSize
        height: Theme.checkSize
        radius: Theme.radiusFull
        color: !control.enabled ? Theme.surfaceSunken : control.down ? Theme.accentSoft : control.hovered ? Theme.surfaceSunken : Theme.surface
        border.width: control.checked ? Theme.strokeFocus : Theme.stroke
        border.color: control.checked ? Theme.accent : Theme.lineStrong

        Rectangle {
            anchors.centerIn: parent
            visible: control.checked
            width: Theme.spacingS
            height: Theme.spacingS
            radius: Theme.radiusFull
            color: Theme.accent
        }
        FocusRing {
            visible: control.visualFocus
            targetRadius: Theme.checkSize / 2
        }
    }
    contentItem: Column {
        visible: !control.bare
        leftPadding: control.mirrored ? 0 : Theme.checkSize + control.spacing
        rightPadding: control.mirrored ? Theme.checkSize + control.spacing : 0

        Label {
            width: control.width - Theme.checkSize - control.spacing
            text: control.text
            wrapMode: Text.Wrap
        }
        Caption {
            visible: control.explanation.length > 0
            width: control.width - Theme.checkSize - control.spacing
            text: control.explanation
            wrapMode: Text.Wrap
        }
    }
}
