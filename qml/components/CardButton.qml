// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import PlexiChat

// A way to go on: icon, title, explanation, arrow.
T.Button {
    id: control

    property string iconName
    property string explanation
    // A bare row has no frame until it is under the pointer; its icon slot holds a tile.
    property bool framed: true
    property Component tile: null
    // 32 high, for lists.
    property bool compact: false

    implicitWidth: Theme.panelWidth
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    horizontalPadding: framed ? Theme.spacingL : Theme.spacingS
    verticalPadding: framed ? Theme.spacingM : compact ? 0 : Theme.spacingXs
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.description: explanation

    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()

    contentItem: Item {
        implicitHeight: Math.max(control.compact ? Theme.rowHeight : Theme.tileSize, words.implicitHeight)

        Loader {
            id: slot

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            sourceComponent: control.tile ?? iconTile
        }
        Component {
            id: iconTile

            Icon {
                name: control.iconName
                color: control.compact ? Theme.textMuted : Theme.accent
            }
        }
        Column {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: slot.right
            anchors.leftMargin: control.compact ? Theme.spacingS : Theme.spacingM
            anchors.right: arrow.left
            anchors.rightMargin: Theme.spacingS

            Label {
                width: parent.width
                text: control.text
                color: control.compact ? Theme.textMuted : Theme.text
                font.weight: control.compact ? Theme.weightNormal : Theme.weightMedium
                elide: Text.ElideRight
            }
            Caption {
                width: parent.width
                visible: control.explanation.length > 0
                text: control.explanation
                elide: Text.ElideRight
            }
        }
        Icon {
            id: arrow

            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            visible: !control.compact
            name: "chevron-right"
            directional: true
        }
    }
    background: Rectangle {
        radius: control.framed ? Theme.radiusLarge : Theme.radius
        color: control.down ? Theme.accentSoft : control.hovered ? (control.compact ? Theme.surfaceSunken : Theme.surfaceRaised) : "transparent"
        border.width: control.framed ? Theme.stroke : 0
        border.color: Theme.line

        FocusRing {
            visible: control.visualFocus
            inside: !control.framed
            targetRadius: parent.radius
        }
    }
}
