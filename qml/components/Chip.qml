// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A filter or one choice of few, 28 high.
T.Button {
    id: control

    property string iconName
    // Behind the text: what a click does.
    property string trailingIcon

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.chipHeight
    horizontalPadding: Theme.spacingM
    checkable: true
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    contentItem: Row {
        spacing: Theme.spacingXs

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: control.iconName.length > 0
            name: control.iconName
            size: Theme.iconSmall
            color: control.checked ? Theme.accent : Theme.textMuted
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            color: control.checked ? Theme.accent : Theme.text
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: control.trailingIcon.length > 0
            name: control.trailingIcon
            size: Theme.iconSmall
            color: control.checked ? Theme.accent : Theme.textMuted
        }
    }
    background: Rectangle {
        radius: Theme.radiusFull
        color: control.checked || control.down ? Theme.accentSoft : control.hovered ? Theme.surfaceSunken : "transparent"
        border.width: Theme.stroke
        border.color: control.checked ? Theme.accent : Theme.lineStrong

        FocusRing {
            visible: control.visualFocus
            targetRadius: Theme.chipHeight / 2
        }
    }
}
