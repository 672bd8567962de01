// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import PlexiChat

// One quiet line across the timeline, such as the state of the connection.
Rectangle {
    id: strip

    required property string text
    property string iconName: "info"
    property color iconColor: Theme.warning
    property string detail
    property string actionText

    signal action

    implicitHeight: Theme.stripHeight
    color: Theme.surfaceRaised
    Accessible.role: Accessible.StatusBar
    Accessible.name: text

    Icon {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.spacingXl
        name: strip.iconName
        color: strip.iconColor
    }
    Caption {
        id: label

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: icon.right
        anchors.leftMargin: Theme.spacingS
        width: Math.min(implicitWidth, Math.max(0, button.x - x - Theme.spacingS))
        text: strip.text
        color: Theme.text
        elide: Text.ElideRight
        font.weight: Theme.weightMedium
        font.features: { "tnum": 1 }
    }
    Caption {
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: label.right
        anchors.right: button.left
        anchors.leftMargin: Theme.spacingS
        anchors.rightMargin: Theme.spacingS
        text: strip.detail
        elide: Text.ElideRight
        font.features: { "tnum": 1 }
    }
    LinkButton {
        id: button

        objectName: "action"
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Theme.spacingXl
        visible: strip.actionText.length > 0
        text: strip.actionText
        onClicked: strip.action()
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
