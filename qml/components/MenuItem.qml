// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import PlexiChat

T.MenuItem {
    id: control

    property string iconName
    // Instead of the icon: "online", "away" and so on.
    property string presence
    property bool dangerous: false
    // False: not in the menu at the moment.
    property bool offered: true

    readonly property color ink: !enabled ? Theme.textMuted : dangerous ? Theme.danger : Theme.text

    implicitWidth: Theme.menuWidth
    implicitHeight: offered ? Theme.rowHeight : 0
    visible: offered
    enabled: offered
    leftPadding: Theme.spacingS
    rightPadding: Theme.spacingS
    hoverEnabled: true

    contentItem: Item {
        Icon {
            id: icon

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            visible: control.iconName.length > 0
            name: control.iconName
            color: control.dangerous ? Theme.danger : Theme.textMuted
        }
        PresenceMark {
            anchors.centerIn: icon
            visible: control.presence.length > 0
            presence: control.presence
            backdrop: Theme.surface
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: tick.left
            anchors.leftMargin: control.iconName.length > 0 || control.presence.length > 0 ? Theme.iconSize + Theme.spacingS : 0
            text: control.text
            color: control.ink
            elide: Text.ElideRight
        }
        Icon {
            id: tick

            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            visible: control.checked
            width: visible ? Theme.iconSize : 0
            name: "check"
            color: Theme.accent
        }
    }
    indicator: null
    arrow: null
    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.accentSoft : control.highlighted ? Theme.surfaceSunken : "transparent"

        FocusRing {
            inside: true
            visible: control.highlighted && control.visualFocus
        }
    }
}
