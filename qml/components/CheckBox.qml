// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

T.CheckBox {
    id: control

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(implicitContentHeight, Theme.checkSize)
    spacing: Theme.spacingS
    hoverEnabled: true

    indicator: Rectangle {
        x: control.mirrored ? control.width - width : 0
        y: (control.height - height) / 2
        width: Theme.checkSize
        height: Theme.checkSize
        radius: Theme.radius
        color: !control.enabled ? Theme.surfaceSunken : control.checked ? Theme.accent : control.down ? Theme.accentSoft : control.hovered ? Theme.surfaceSunken : Theme.surface
        border.width: control.checked ? 0 : Theme.stroke
        border.color: Theme.lineStrong

        Icon {
            anchors.centerIn: parent
            visible: control.checked
            name: "check"
            size: Theme.iconSmall
            color: control.enabled ? Theme.textOnAccent : Theme.textMuted
        }
        FocusRing {
            visible: control.visualFocus
        }
    }
    contentItem: Label {
        leftPadding: control.mirrored ? 0 : Theme.checkSize + control.spacing
        rightPadding: control.mirrored ? Theme.checkSize + control.spacing : 0
        text: control.text
        color: control.enabled ? Theme.text : Theme.textMuted
        wrapMode: Text.Wrap
    }
}
