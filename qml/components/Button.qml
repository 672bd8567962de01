// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

T.Button {
    id: control

    // DangerOutlined: leads to something dangerous, and is not the one thing to do here.
    enum Variant { Primary, Outlined, Danger, DangerOutlined, Ghost }

    property int variant: Button.Primary
    property string iconName
    // 40 high, as on the welcome pages.
    property bool large: false

    readonly property bool outlined: variant === Button.Outlined || variant === Button.DangerOutlined
    readonly property bool filled: variant === Button.Primary || variant === Button.Danger
    readonly property color restFill: variant === Button.Primary ? Theme.accent : variant === Button.Danger ? Theme.danger : "transparent"
    readonly property color hoverFill: variant === Button.Primary ? Theme.accentHover : variant === Button.Danger ? Theme.dangerHover : Theme.surfaceSunken
    readonly property color pressedFill: variant === Button.Primary ? Theme.accentPressed : variant === Button.Danger ? Theme.dangerPressed : Theme.accentSoft
    readonly property color ink: !enabled ? Theme.textMuted : filled ? Theme.textOnAccent : variant === Button.DangerOutlined ? Theme.danger : variant === Button.Ghost ? Theme.accent : Theme.text

    implicitWidth: Math.max(variant === Button.Ghost ? 0 : Theme.minimumButtonWidth, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: large ? Theme.controlLarge : Theme.controlHeight
    horizontalPadding: variant === Button.Ghost ? Theme.spacingS : Theme.spacingM
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()

    contentItem: Item {
        readonly property real before: icon.visible ? icon.width + Theme.spacingS : 0

        implicitWidth: before + label.implicitWidth
        implicitHeight: label.implicitHeight

        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            anchors.right: label.left
            anchors.rightMargin: Theme.spacingS
            visible: control.iconName.length > 0
            name: control.iconName
            color: control.ink
            size: Theme.iconSmall
        }
        Label {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: LayoutMirroring.enabled ? -parent.before / 2 : parent.before / 2
            width: Math.min(implicitWidth, parent.width - parent.before)
            text: control.text
            color: control.ink
            elide: Text.ElideRight
            font.weight: Theme.weightStrong
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: !control.enabled ? Theme.surfaceSunken : control.down ? control.pressedFill : control.hovered ? control.hoverFill : control.restFill
        border.width: control.outlined && control.enabled ? Theme.stroke : 0
        border.color: control.variant === Button.DangerOutlined ? Theme.danger : Theme.lineStrong

        FocusRing {
            visible: control.visualFocus
        }
    }
}
