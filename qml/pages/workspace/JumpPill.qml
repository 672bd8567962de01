// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

// Back to the newest message.
T.Button {
    id: control

    property bool shown: false
    property int unread: 0

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.spacingM
    rightPadding: Theme.spacingM
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    text: unread > 0 ? qsTr("Jump to latest, %n new", "", unread) : qsTr("Jump to latest")
    opacity: shown ? 1 : 0
    visible: opacity > 0
    enabled: shown

    Behavior on opacity {
        NumberAnimation { duration: Theme.fadeDuration }
    }
    Keys.onReturnPressed: control.click()

    contentItem: Row {
        spacing: Theme.spacingS

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.iconSmall
            name: "arrow-down"
            color: Theme.accent
        }
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            color: Theme.text
            font.weight: Theme.weightStrong
            font.features: { "tnum": 1 }
        }
    }
    background: Rectangle {
        radius: Theme.radiusFull
        color: control.down ? Theme.accentSoft : control.hovered ? Theme.surfaceRaised : Theme.surface
        border.width: Theme.stroke
        border.color: Theme.lineStrong

        FocusRing {
            visible: control.visualFocus
            targetRadius: Theme.controlHeight / 2
        }
    }
}
